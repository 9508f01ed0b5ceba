/*
 * Takes the pictures of the documents from the demo as it is: node scripts/take-pictures.ts
 * The demo's company and everybody in it are invented.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../bench/parts/find-chromium.ts'
import { runEarshot } from '../tests/running-earshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'earshot-pictures-'))
const pictures = join(import.meta.dirname, '../docs/pictures')
mkdirSync(pictures, { recursive: true })

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const earshot = await runEarshot(folder, { words: ['--demo'] })
const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
try {
  await untilFilled(earshot.url)
  await take('inbox', desktop, 'light', openConversation)
  await take('inbox-dark', desktop, 'dark', openConversation)
  await take('inbox-phone', phone, 'light', (page) => page.goto(`${earshot.url}/inbox/team`).then(() => rows(page)))
  await take('topics', desktop, 'light', (page) =>
    page.goto(`${earshot.url}/topics`).then(() => page.getByRole('heading', { name: 'Topics' }).waitFor()),
  )
  await take('topic', desktop, 'light', openTopic)
  await take('channels', desktop, 'light', (page) =>
    page.goto(`${earshot.url}/channels`).then(() => page.getByRole('heading', { name: 'Channels' }).waitFor()),
  )
  await take('outcomes', desktop, 'light', (page) =>
    page.goto(`${earshot.url}/outcomes`).then(() => page.getByRole('heading', { name: 'Outcomes' }).waitFor()),
  )
} finally {
  await browser.close()
  await earshot.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function take(
  name: string,
  viewport: typeof desktop,
  theme: 'light' | 'dark',
  show: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({ viewport, colorScheme: theme })
  await page.goto(`${earshot.url}/sign-in`)
  await page.getByLabel(/e-mail/i).fill('demo@fjordbrew.example')
  await page.getByLabel(/password/i).fill(readFileSync(join(folder, 'demo-password'), 'utf8').trim())
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL(/\/(inbox|first-steps)/)
  await show(page)
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.close()
  console.log(`docs/pictures/${name}.png`)
}

function rows(page: Page): Promise<void> {
  return page.getByRole('grid').getByRole('row').nth(2).waitFor()
}

async function openConversation(page: Page): Promise<void> {
  await page.goto(`${earshot.url}/inbox/mine`)
  await rows(page)
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await page.getByRole('log').waitFor()
}

async function openTopic(page: Page): Promise<void> {
  await page.goto(`${earshot.url}/topics`)
  await page
    .getByRole('link', { name: /fjordbrew/i })
    .first()
    .click()
  await page.getByText(/a day/).first().waitFor()
}

/** The demo fills itself behind the first page; it is done when something has been ended. */
async function untilFilled(url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { lagSeconds, channels } = await (await fetch(`${url}/health`)).json()
    if (channels.ok >= 3 && lagSeconds === 0 && tries > 40) return
  }
}
