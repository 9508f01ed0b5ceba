import { chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'
import { makePost, push } from './push-posts.ts'
import type { BenchServer } from './start-server.ts'

/** Chromium flags that keep it from asking anybody outside. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long after the whole stream a post may still appear before it counts as never seen. */
const patienceMs = 5_000

/**
 * Pushes posts one by one at a steady rate while the inbox is open in a real browser, and takes the time from each
 * acknowledgement to the moment its words stand on the screen. A post that never appears counts as infinitely late.
 */
export async function measureVisible(
  server: BenchServer,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<{ median: number; p95: number; unseen: number }> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 3_000 } })
    await page.goto(`${server.url}/inbox/all`)
    await page.getByLabel(/e-mail/i).fill(server.email)
    await page.getByLabel(/password/i).fill(server.password)
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByRole('grid').first().waitFor()
    await page.evaluate(watchForProbes)
    const acknowledged = await pushSteadily(server, perSecond, seconds)
    await new Promise((resolve) => setTimeout(resolve, patienceMs))
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Record<string, number> }).seen)
    const waits = [...acknowledged].map(([probe, at]) =>
      seen[probe] === undefined ? Infinity : Math.max(0, seen[probe] - at),
    )
    waits.sort((one, other) => one - other)
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Infinity
    return { median: at(0.5), p95: at(0.95), unseen: waits.filter((wait) => wait === Infinity).length }
  } finally {
    await browser.close()
  }
}

/** Runs in the page: notes when each probe's words first stand in it. */
function watchForProbes(): void {
  const seen: Record<string, number> = {}
  Object.assign(globalThis, { seen })
  const look = () => {
    const now = Date.now()
    for (const [probe] of (document.body.textContent ?? '').matchAll(/probe\d+/g)) seen[probe] ??= now
  }
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
}

async function pushSteadily(server: BenchServer, perSecond: number, seconds: number): Promise<Map<string, number>> {
  const acknowledged = new Map<string, number>()
  const sends: Promise<void>[] = []
  const begun = performance.now()
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = begun + (number / perSecond) * 1_000
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    const probe = `probe${number}`
    const post = makePost(`visible ${number}`, number * 20)
    const words = {
      ...post,
      text: `${probe} brand${number % 20} late ${post.text}`,
      author: { ...post.author, id: `v${number}` },
    }
    sends.push(push(server, `visible request ${number}`, [words]).then(() => void acknowledged.set(probe, Date.now())))
  }
  await Promise.all(sends)
  return acknowledged
}
