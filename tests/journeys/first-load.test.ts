import type { Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OfficeAtWork, openOfficeAtWork, peopleWithParcels, waitForRows } from './office-at-work.ts'
import { owner } from './office-page.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork

beforeAll(async () => {
  story = await beginStory()
  office = await openOfficeAtWork(story)
  await office.program.push(...peopleWithParcels(30))
  await story.earshot.waitUntilDone()
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('the first load of the inbox is small, packed, and nothing in it moves', async () => {
  const { context, page } = await story.another()
  const { url } = story.earshot
  await context.request.post(`${url}/api/sessions`, {
    headers: { origin: url },
    data: { email: owner.email, password: owner.password },
  })
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  await page.addInitScript(watchShifts)
  const begun = performance.now()
  await page.goto(`${url}/inbox/team`)
  await waitForRows(page, 30)
  const milliseconds = Math.round(performance.now() - begun)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  const bytes = { script: 0, style: 0, font: 0 }
  for (const request of finished) {
    const kind = kindOf(request)
    if (kind) bytes[kind] += (await request.sizes()).responseBodySize
    if (kind === 'script' && (await request.sizes()).responseBodySize > 1_000)
      expect((await request.response())?.headers()['content-encoding'], request.url()).toMatch(/^(?:gzip|br|zstd)$/)
  }
  const moved = await page.evaluate(() => document.documentElement.dataset['moved'])
  const { script, style, font } = bytes
  console.log(
    `first load: script ${script} B, style ${style} B, font ${font} B, moved ${moved ?? 'nothing'}, ${milliseconds} ms`,
  )
  expect(script).toBeGreaterThan(50_000)
  expect(script).toBeLessThanOrEqual(200 * 1_024)
  expect(style).toBeLessThanOrEqual(15 * 1_024)
  expect(font).toBeLessThanOrEqual(50 * 1_024)
  expect(moved).toBeUndefined()
})

function kindOf(request: Request): 'script' | 'style' | 'font' | undefined {
  const { pathname } = new URL(request.url())
  if (pathname.endsWith('.js')) return 'script'
  if (pathname.endsWith('.css')) return 'style'
  return pathname.endsWith('.woff2') ? 'font' : undefined
}

/** Writes down what moved without anybody asking for it, where the test can read it. */
function watchShifts(): void {
  const moved: string[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = Object.assign({ value: 0, sources: new Array<{ node?: Node }>() }, entry)
      if (value > 0)
        moved.push(`${value} by ${sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? '?').join(' | ')}`)
    }
    if (moved.length > 0) document.documentElement.dataset['moved'] = JSON.stringify(moved)
  }).observe({ type: 'layout-shift', buffered: true })
}
