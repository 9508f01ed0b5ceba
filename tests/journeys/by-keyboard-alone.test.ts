import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patience, takePicture } from './browser.ts'
import { askAs, owner } from './office-page.ts'
import { type OfficeAtWork, openOfficeAtWork, peopleWithParcels, waitForRows } from './office-at-work.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let page: Page

beforeAll(async () => {
  story = await beginStory()
  office = await openOfficeAtWork(story)
  await office.program.push(...peopleWithParcels(6))
  page = (await story.another()).page
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('sign in with Tab and Enter', async () => {
  await page.goto(story.earshot.url)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await tabTo('E-mail address')
  await page.keyboard.type(owner.email)
  await tabTo('Password')
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/inbox/**')
  await goToTeamTurn()
})

test('G T, a new topic, Ctrl Enter', async () => {
  await press('g', 't')
  await page.getByRole('heading', { name: 'Topics' }).waitFor()
  await press('c')
  await page.getByRole('heading', { name: 'New topic' }).waitFor()
  await tabTo('Name')
  await page.keyboard.type('Lost parcels')
  await tabTo('Purpose')
  await page.keyboard.type('Know it first')
  await tabTo('We then')
  await page.keyboard.type('Service answers')
  await tabTo('Find posts that say')
  await page.keyboard.type('parcel lost')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Lost parcels is saved.').waitFor()
  await focusIsSomewhere()
})

test('G I, down and up the list, Enter, R, write, Ctrl Enter, Z takes it back', async () => {
  await press('g', 'i')
  await goToTeamTurn()
  await press('j')
  await focusedRow(1)
  await press('j')
  await focusedRow(2)
  await press('k')
  await focusedRow(1)
  await press('ArrowDown')
  await focusedRow(2)
  await press('Home')
  await focusedRow(1)
  await press('End')
  await focusedRow(6)
  await press('Enter')
  await page.getByRole('textbox', { name: /reply to/i }).waitFor()
  await focusIsSomewhere()
  await press('r')
  await focusIsIn('textbox', /reply to/i)
  await page.keyboard.type('We look into it.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Your reply goes out in a moment.').waitFor()
  await page.keyboard.press('Escape')
  await focusIsSomewhere()
  await press('z')
  await page.getByText('Taken back before it left').waitFor()
  expect(office.program.taken).toEqual([])
})

test('E asks whose turn, A who has it, H until when, # why; Z undoes', async () => {
  await leaveField()
  await press('e')
  await page.getByRole('menu', { name: 'Whose turn is it?' }).waitFor()
  await focusIsSomewhere()
  await press('t')
  await page.getByText('Their turn.', { exact: true }).waitFor()
  await focusIsSomewhere()
  await press('z')
  await page.getByText('Taken back.').last().waitFor()

  await press('a')
  await focusIsIn('combobox', 'Assign to…')
  await page.keyboard.type('tomas')
  await page.keyboard.press('Enter')
  await page.getByText('Given to Tomás Vidal.').waitFor()
  await focusIsSomewhere()
  await press('i')
  await page.getByText('Given to Ines Meyer.').waitFor()

  await press('h')
  await focusIsIn('combobox', 'Snooze until…')
  await page.keyboard.type('they')
  await page.keyboard.press('Enter')
  await page.getByText('Snoozed until they reply.').waitFor()
  await focusIsSomewhere()
  await press('z')
  await expect.poll(waitForMe, { timeout: patience }).toBe(1)

  await press('#')
  await page.getByRole('dialog', { name: 'Set aside' }).waitFor()
  await focusIsSomewhere()
  await takePicture(page, 'set-aside')
  await page.keyboard.press('Enter')
  await page.getByText('Set aside.', { exact: true }).waitFor()
  await focusIsSomewhere()
  await press('z')
  await page.getByText('Set aside.', { exact: true }).waitFor({ state: 'hidden' })
  await focusIsSomewhere()
  await expect.poll(waitForMe, { timeout: patience }).toBe(1)
})

test('Ctrl K does anything, ? shows all keys, Escape goes back', async () => {
  await page.keyboard.press('Control+k')
  await focusIsIn('combobox', 'Search and do')
  await page.keyboard.type('people')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  await press('?')
  await page.getByRole('dialog', { name: 'All keys' }).waitFor()
  await focusIsSomewhere()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'All keys' }).waitFor({ state: 'hidden' })
  await press('g', 'i')
  await waitForRows(page, 1)
})

test('every key has a twin that can be seen', async () => {
  await press('j')
  await focusedRow(1)
  await press('Enter')
  await page.getByRole('textbox', { name: /reply to/i }).waitFor()
  await press('?')
  const dialog = page.getByRole('dialog', { name: 'All keys' })
  await dialog.waitFor()
  const keys = await dialog.getByRole('definition').locator('.sr-only').allInnerTexts()
  await takePicture(page, 'all-keys')
  await page.keyboard.press('Escape')
  const shown = new Set(await keysSeen(page))
  await page.getByRole('main').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menu').waitFor()
  for (const key of await page.getByRole('menu').locator('kbd').allInnerTexts()) shown.add(key.toLowerCase())
  await page.keyboard.press('Escape')
  const withoutTwin = keys.filter((key) => !shown.has(key) && !seenOtherwise.has(key))
  expect(withoutTwin).toEqual([])
  expect(await askAs<{ items: unknown[] }>(story.page, 'GET', '/topics')).toMatchObject({ items: { length: 2 } })
})

/**
 * Keys whose twin is the thing itself: a row to click or tick, a pane to click into, a link, the pill of what is new; and
 * those of copies, whose twins stand above a conversation that has some (here none has).
 */
const seenOtherwise = new Set(
  ['j', 'k', 'o', 'x', 'escape', '.', 'f6', 'shift+f6', 'space', 'shift+space', '?', 'z', '/', 'mod+a', 'i'].concat([
    'mod+shift+enter',
    'mod+shift+n',
    'u',
    'b',
    'shift+b',
  ]),
)

/** How many conversations wait for the one who is signed in, as the server has it. */
async function waitForMe(): Promise<number> {
  return (await askAs<{ items: unknown[] }>(page, 'GET', '/conversations?view=mine')).items.length
}

/** The keys that controls in sight say of themselves, by our names. */
function keysSeen(of: Page): Promise<string[]> {
  return of
    .locator('[aria-keyshortcuts]:visible')
    .evaluateAll((all) =>
      all.map((each) => (each.getAttribute('aria-keyshortcuts') ?? '').toLowerCase().replace('control+', 'mod+')),
    )
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** From the empty list of what is mine to what waits for everybody. */
async function goToTeamTurn(): Promise<void> {
  await tabOnto(page.getByRole('button', { name: /^Team turn/ }))
  await page.keyboard.press('Enter')
  await waitForRows(page, 6)
}

/** Goes on with Tab until the control of that name has the focus. */
async function tabTo(name: string): Promise<void> {
  await tabOnto(page.getByLabel(name, { exact: true }))
}

async function tabOnto(control: Locator): Promise<void> {
  await control.waitFor()
  for (let steps = 0; steps < 60; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${control.toString()}.`)
}

async function focusedRow(number: number): Promise<void> {
  await page.locator(`[role=row][aria-rowindex="${number}"]:focus`).waitFor()
}

async function focusIsIn(role: 'textbox' | 'combobox', name: string | RegExp): Promise<void> {
  const field = page.getByRole(role, { name })
  await expect
    .poll(() => field.evaluate((element) => element === document.activeElement), { timeout: patience })
    .toBe(true)
}

/** Focus may pass through nowhere for a moment, but never stays there. */
async function focusIsSomewhere(): Promise<void> {
  await expect.poll(() => page.evaluate(isFocusNowhere), { timeout: 2_000 }).toBe(false)
}

function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

async function leaveField(): Promise<void> {
  const isInField = () => page.evaluate(() => document.activeElement?.matches('input, textarea') ?? false)
  if (await isInField()) await page.keyboard.press('Escape')
  await expect.poll(isInField, { timeout: patience }).toBe(false)
}
