import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue as german } from '../../web/catalogues/de/catalogue.ts'
import { topicScreens as germanLater } from '../../web/catalogues/de/topic-screens.ts'
import { catalogue as english } from '../../web/catalogues/en/catalogue.ts'
import { topicScreens as englishLater } from '../../web/catalogues/en/topic-screens.ts'
import { type Look, looks, lookAt, whatShutsOut, whatSticksOut } from './barriers.ts'
import { patience, takePicture } from './browser.ts'
import { type OfficeAtWork, openOfficeAtWork, peopleWithParcels, waitForRows } from './office-at-work.ts'
import { askAs } from './office-page.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let page: Page
/** Addresses with the heading that says they are there, and how the window is then called. */
let screens: Record<string, { path: string; title: RegExp }>

beforeAll(async () => {
  story = await beginStory()
  page = story.page
  office = await openOfficeAtWork(story)
  await office.program.push(...peopleWithParcels(5))
  await story.earshot.waitUntilDone()
  const list = await askAs<{ items: { id: string; person: { id: string } }[] }>(page, 'GET', '/conversations?view=all')
  const [first] = list.items
  await askAs(page, 'POST', `/conversations/${first?.id}/notes`, { text: 'The third from Leipzig this week.' })
  screens = {
    inbox: { path: '/inbox/all', title: /^All, Earshot$/ },
    conversation: { path: `/inbox/all?open=${first?.id}`, title: /Number\d, All, Earshot$/ },
    topics: { path: '/topics', title: /^Topics, Earshot$/ },
    topic: { path: `/topics/${office.topicId}`, title: /^Delivery delays, Earshot$/ },
    'new topic': { path: '/topics/new', title: /^New topic, Earshot$/ },
    lists: { path: '/lists', title: /^Shared lists, Earshot$/ },
    'new list': { path: '/lists/new', title: /^New list, Earshot$/ },
    channels: { path: '/channels', title: /^Channels, Earshot$/ },
    channel: { path: `/channels/${office.channelId}`, title: /^Acme forum, Earshot$/ },
    connect: { path: '/channels/connect', title: /^Connect a channel, Earshot$/ },
    'connect mastodon': { path: '/channels/connect?kind=mastodon', title: /^Connect: Mastodon, Earshot$/ },
    posts: { path: `/posts?topic=${office.topicId}`, title: /^Matches of Delivery delays, Earshot$/ },
    people: { path: '/people', title: /^People, Earshot$/ },
    person: { path: `/people/${first?.person.id}`, title: /Number\d, Earshot$/ },
    outcomes: { path: '/outcomes', title: /^Outcomes, Earshot$/ },
    you: { path: '/settings/you', title: /, Earshot$/ },
    team: { path: '/settings/team', title: /, Earshot$/ },
    routing: { path: '/settings/routing', title: /, Earshot$/ },
    keys: { path: '/settings/keys', title: /, Earshot$/ },
    shelf: { path: '/settings/shelf', title: /, Earshot$/ },
    'first steps': { path: '/first-steps', title: /^First steps, Earshot$/ },
    nowhere: { path: '/no/such/place', title: /^There is nothing here\., Earshot$/ },
  }
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('every screen can be used by everybody: desktop and phone, light and dark, 320 px wide', async () => {
  const barriers: string[] = []
  for (const [name, { path, title }] of Object.entries(screens)) {
    await lookAt(page, 'desktop light')
    await goTo(path)
    await expect.poll(() => page.title(), { timeout: patience, message: name }).toMatch(title)
    barriers.push(...(await barriersOf(name, looks)))
  }
  expect(barriers).toEqual([])
}, 240_000)

describe('what opens above a screen', () => {
  const openers: Record<string, { on: string; open: () => Promise<void> }> = {
    palette: { on: 'inbox', open: () => page.keyboard.press('Control+k') },
    'all keys': { on: 'inbox', open: () => page.keyboard.press('?') },
    turn: { on: 'conversation', open: () => page.keyboard.press('e') },
    assign: { on: 'conversation', open: () => page.keyboard.press('a') },
    snooze: { on: 'conversation', open: () => page.keyboard.press('h') },
    'set aside': { on: 'conversation', open: () => page.keyboard.press('#') },
    'they ended it': { on: 'conversation', open: () => pressAll('e', 'c') },
    feeds: { on: 'channels', open: () => page.getByRole('button', { name: 'Import feeds (OPML)' }).click() },
    'remove a channel': { on: 'channel', open: () => page.getByRole('button', { name: 'Remove…' }).click() },
    invitation: { on: 'team', open: () => page.getByRole('button', { name: 'Invite somebody' }).click() },
    person: { on: 'people', open: () => page.getByRole('button', { name: /Ines Meyer/ }).click() },
  }

  test('can be used by everybody too', async () => {
    const barriers: string[] = []
    for (const [name, { on, open }] of Object.entries(openers)) {
      await lookAt(page, 'desktop light')
      await goTo(screens[on]?.path ?? '')
      if (on === 'conversation') await page.getByRole('article').first().waitFor()
      await open()
      await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor()
      barriers.push(...(await barriersOf(name, ['desktop light', 'desktop dark'])))
      await page.keyboard.press('Escape')
    }
    expect(barriers).toEqual([])
  })
})

test('in German nothing English is left on the main screens', async () => {
  await lookAt(page, 'desktop light')
  await goTo('/settings/you')
  await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
  await page.getByLabel('Sprache').waitFor()
  const left: string[] = []
  for (const [name, { path }] of Object.entries(screens)) {
    await goTo(path)
    const texts = await wordsOn()
    left.push(
      ...texts.filter((text) => onlyEnglish.has(text) && !givenByPeople.has(text)).map((text) => `${name}: ${text}`),
    )
    if (name === 'conversation') await takePicture(page, 'german')
  }
  expect(left).toEqual([])
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
})

/** English texts without values in them, that read otherwise in German. */
const germanTexts = new Set<string>(Object.values({ ...german, ...germanLater }))
const onlyEnglish = new Set(
  Object.values({ ...english, ...englishLater }).filter(
    (text) => !text.includes('{') && text.length > 2 && !germanTexts.has(text),
  ),
)

/** Names and words of this office, which nobody translates; some of them are examples in the app, too. */
const givenByPeople = new Set(['Delivery delays', 'Know within the hour when parcels go missing', 'Product', 'People'])

/** What can be read and what is said to readers, piece by piece. */
async function wordsOn(): Promise<string[]> {
  return await page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [...document.body.innerText.split('\n'), ...said].map((text) => text.trim()).filter(Boolean)
  })
}

async function goTo(path: string): Promise<void> {
  await page.goto(`${story.earshot.url}${path}`)
  await page
    .getByRole('main')
    .getByRole('heading')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  if (path === screens['inbox']?.path) await waitForRows(page, 5)
}

async function pressAll(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.getByRole('menu').or(page.getByRole('dialog')).first().waitFor()
  }
}

/** What keeps people out of the screen as it stands, in each look; the desktop's light one is left behind. */
async function barriersOf(name: string, inLooks: readonly Look[]): Promise<string[]> {
  const barriers: string[] = []
  for (const look of inLooks) {
    await lookAt(page, look)
    await takePicture(page, `screen-${name.replaceAll(' ', '-')}-${look.replaceAll(' ', '-')}`)
    const found = [...(await whatShutsOut(page, look)), ...(await whatSticksOut(page))]
    barriers.push(...found.map((barrier) => `${name}, ${look}: ${barrier}`))
  }
  return barriers
}
