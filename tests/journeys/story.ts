import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { runEarshot, type RunningEarshot } from '../running-earshot.ts'
import { type Desk, openBrowser, openContext, openPage, takePicture } from './browser.ts'

/** One story: an Earshot of its own and a browser in front of it. */
export interface Story {
  earshot: RunningEarshot
  browser: Browser
  context: BrowserContext
  page: Page
  /** Another browser, of somebody else. */
  another(desk?: Desk): Promise<{ context: BrowserContext; page: Page }>
  /** Another tab of the same browser, or of the one given. */
  tab(context?: BrowserContext): Promise<Page>
  /** Starts Earshot again on the same data and address, after it was stopped or killed. */
  startAgain(): Promise<void>
  /** Closes everything; fails when a page threw or wrote an error meanwhile. */
  end(): Promise<void>
}

/** Starts Earshot on an empty folder and opens a browser, on no page yet. */
export async function beginStory(desk: Desk = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-story-'))
  // As root, PostgreSQL runs as another user, who must get here.
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const [earshot, browser] = await Promise.all([runEarshot(data), openBrowser()])
  const faults: string[] = []
  const context = await openContext(browser, desk)
  const page = await openPage(context, faults)
  const story: Story = {
    earshot,
    browser,
    context,
    page,
    async another(other = {}) {
      const theirs = await openContext(browser, other)
      return { context: theirs, page: await openPage(theirs, faults) }
    },
    tab: (of = context) => openPage(of, faults),
    async startAgain() {
      story.earshot = await runEarshot(data, { port: Number(new URL(earshot.url).port) })
    },
    async end() {
      const pages = browser.contexts().flatMap((each) => each.pages())
      await Promise.all(pages.map((each, index) => takePicture(each, `last-${index}-of-${nameOfFile()}`)))
      await browser.close()
      await story.earshot.stop()
      rmSync(folder, { recursive: true, force: true })
      expect(faults).toEqual([])
    },
  }
  return story
}

/** The name of the story that runs. */
function nameOfFile(): string {
  return basename(expect.getState().testPath ?? 'story', '.test.ts')
}
