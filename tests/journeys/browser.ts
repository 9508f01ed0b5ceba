import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** What somebody sits at. */
export interface Desk {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  locale?: string
  /** Fingers instead of a mouse. */
  touch?: boolean
}

/** How long a person would wait for something to show; a busy machine gets some patience. */
export const patience = 20_000

/** Chromium without a window, talking to nobody but loopback. Named by `CHROMIUM_PATH`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A browser of somebody's own, with its own cookies. */
export function openContext(browser: Browser, desk: Desk = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, theme = 'light', locale = 'en-GB', touch = false } = desk
  return browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, hasTouch: touch })
}

/** A page that waits as long as a person would, and keeps what went wrong inside it in `faults`. */
export async function openPage(context: BrowserContext, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isOfTheNetwork(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
  return page
}

/** Chromium writes down every refused request by itself; the screens tell of those in sentences. */
function isOfTheNetwork(text: string): boolean {
  return text.startsWith('Failed to load resource')
}

/** Keeps a picture where `JOURNEY_PICTURES` says; none without it. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
