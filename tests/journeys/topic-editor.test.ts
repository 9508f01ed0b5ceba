import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, looks, whatShutsOut, whatSticksOut } from './barriers.ts'
import { patience, takePicture } from './browser.ts'
import { type OfficeAtWork, openOfficeAtWork } from './office-at-work.ts'
import { askAs } from './office-page.ts'
import type { PushedPost } from './own-program.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let page: Page

const everybody = 100

beforeAll(async () => {
  story = await beginStory()
  page = story.page
  office = await openOfficeAtWork(story)
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('a hundred people write', async () => {
  await office.program.push(...whatPeopleWrite())
  await expect.poll(countPosts, { timeout: 3 * patience }).toBe(everybody)
})

test('a query is written as text and shown as blocks; each changes the other', async () => {
  await page.goto(`${story.earshot.url}/topics/${office.topicId}`)
  await text().fill('(parcel OR package) NEAR/8 (late OR lost) -release lang:en')
  await page.keyboard.press('Control+/')
  const first = page.getByRole('group', { name: 'any of', exact: true }).first()
  await chip('package').waitFor()
  expect(await chipsIn(first)).toEqual(['parcel', 'package'])
  expect(await chipsIn(page.getByRole('group', { name: 'none of' }))).toEqual(['release'])
  expect(await chipsIn(page.getByRole('group', { name: 'and are' }))).toEqual(['lang:en'])
  await field('any of').fill('box, nothing here')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove package' }).click()
  await page.getByLabel('within').fill('5')
  await takePicture(page, 'topic-blocks')
  await page.getByRole('tab', { name: 'Text' }).click()
  expect(await text().inputValue()).toBe('(parcel OR box OR "nothing here") NEAR/5 (late OR lost) -release lang:en')
})

test('chips are moved, changed and removed by keys', async () => {
  await text().fill('(parcel OR late) -baby')
  await page.keyboard.press('Control+/')
  await chip('baby').waitFor()
  await chip('late').focus()
  await page.keyboard.press('Alt+ArrowDown')
  expect(await chipsIn(page.getByRole('group', { name: 'none of' }))).toEqual(['baby', 'late'])
  expect(await focused()).toBe('late')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Change baby' }).fill('birth')
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('birth')
  await page.keyboard.press('Backspace')
  expect(await focused()).toBe('late')
  await page.keyboard.press('Control+/')
  expect(await text().inputValue()).toBe('parcel -late')
})

test('fields and their values are suggested where the caret stands', async () => {
  await text().fill('')
  await text().pressSequentially('parcel -la')
  await page.getByRole('option', { name: /^lang:/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  const active = await text().getAttribute('aria-activedescendant')
  expect(await page.locator(`[id="${active}"]`).textContent()).toContain('lang:')
  await page.keyboard.press('Enter')
  await text().pressSequentially('ger')
  await page.getByRole('option', { name: /German/ }).waitFor()
  await takePicture(page, 'topic-suggestions')
  await page.keyboard.press('Tab')
  expect(await text().inputValue()).toBe('parcel -lang:de ')
  await text().pressSequentially('has:')
  await page.getByRole('option', { name: 'question' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  await text().fill('')
  await text().pressSequentially('cour')
  await page.getByRole('option', { name: /courier.*30 posts/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  expect(await text().inputValue()).toBe('courier ')
})

test('a mistake is said at its chip, and repaired there', async () => {
  await text().fill('parcel topic:nowhere')
  await page.keyboard.press('Control+/')
  await page.getByRole('button', { name: /^topic:nowhere ?, There is no topic/ }).waitFor()
  const facts = page.getByRole('group', { name: 'and are' })
  await facts
    .getByText(/There is no topic/)
    .last()
    .waitFor()
  await takePicture(page, 'topic-chip-mistake')
  await page.keyboard.press('Control+/')
})

test('it is tried, what is wrong is marked, and the proposed exclusion changes what is found', async () => {
  await text().fill('parcel OR delivery')
  await page.getByText('50 matches').waitFor()
  await page.getByText('Counted on all 100 posts.').waitFor()
  const births = page.locator('[data-sample]').filter({ hasText: 'baby' })
  const birth = births.first()
  const parcel = page.locator('[data-sample]').filter({ hasText: 'parcel' }).first()
  await parcel.getByRole('button', { name: 'Right' }).click()
  await page.getByText('1 right, 0 wrong:').waitFor()
  for (const index of [1, 2]) await births.nth(index).getByRole('button', { name: 'Wrong' }).click()
  await page.getByText('1 right, 2 wrong:').waitFor()
  await birth.focus()
  await page.keyboard.press('-')
  await page.getByText('1 right, 3 wrong:').waitFor()
  await birth.getByText(/^Leave out “baby”\?/).waitFor()
  await takePicture(page, 'topic-wrong')
  const proposal = birth.getByRole('listitem').filter({ hasText: '“baby”' })
  await proposal.getByRole('button', { name: 'Show' }).click()
  await proposal.getByRole('button', { name: 'Add', exact: true }).click()
  await expect.poll(() => text().inputValue()).toContain('-baby')
  await page.getByRole('button', { name: '20 fewer, open the list' }).click()
  const list = page.getByRole('dialog', { name: 'Not found any more' })
  await list.getByText(/baby/).first().waitFor()
  expect(await list.getByRole('listitem').count()).toBe(20)
  await takePicture(page, 'topic-difference')
  await page.keyboard.press('Escape')
})

test('words that stand out widen the query by a click, and it can be taken back', async () => {
  const before = await text().inputValue()
  await page.getByText('Words that stand out').click()
  await page
    .getByRole('button', { name: /^Narrow by / })
    .first()
    .click()
  await expect.poll(() => text().inputValue()).not.toBe(before)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => text().inputValue()).toBe(before)
})

test('examples say whether the query finds them', async () => {
  await page.getByLabel('An example that must be found').fill('The courier lost my parcel')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const must = page.getByRole('group', { name: 'Must find', exact: true })
  await must.getByText('found', { exact: true }).waitFor()
  const mustNot = page.getByRole('group', { name: 'Must not find' })
  await mustNot.getByRole('textbox').fill('Our delivery is late')
  await mustNot.getByRole('button', { name: 'Add' }).click()
  await mustNot.getByText('found', { exact: true }).waitFor()
  await page.getByText('1 example fails').waitFor()
  await takePicture(page, 'topic-examples')
  await mustNot.getByRole('button', { name: 'Remove the example' }).click()
  await page.getByText('1 example fails').waitFor({ state: 'hidden' })
})

test('it is saved with a reason; versions tell the difference, and the old one is brought back', async () => {
  await page.getByLabel('Why this change').fill('Births are no parcels')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Delivery delays is saved.').waitFor()
  const now = await text().inputValue()
  await versions()
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await dialog.getByText('Births are no parcels').waitFor()
  await dialog.getByText('+0 −20 matches').waitFor()
  await takePicture(page, 'topic-versions')
  await dialog.getByRole('button', { name: 'Bring back' }).click()
  await page.getByText('Version 1 is in use again.').waitFor()
  await expect.poll(() => text().inputValue()).toBe('parcel OR delivery')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => text().inputValue()).toBe(now)
})

test('a shared list is made, and topics find it by its name', async () => {
  await page.goto(`${story.earshot.url}/topics`)
  await page.getByRole('link', { name: 'Delivery delays', exact: true }).waitFor()
  await takePicture(page, 'topics')
  await page.getByRole('link', { name: 'Shared lists' }).click()
  await page.getByText('A list keeps words that several topics need.').waitFor()
  await page.keyboard.press('c')
  await page.getByLabel('Name', { exact: true }).fill('rivals')
  await page.getByLabel('Entries, one a line').fill('globex\ninitech')
  await page.keyboard.press('Control+Enter')
  await page.getByText('rivals is saved.').waitFor()
  await takePicture(page, 'list')
  await page.goto(`${story.earshot.url}/topics/${office.topicId}`)
  await text().pressSequentially(' -list:')
  await page.getByRole('option', { name: /rivals/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => text().inputValue()).toContain('-list:rivals')
})

test('everybody can use it: text and blocks, desktop and phone, light and dark', async () => {
  const found: string[] = []
  for (const face of ['text', 'blocks']) {
    await page.getByRole('tab', { name: face === 'text' ? 'Text' : 'Blocks' }).click()
    await page.locator('[data-sample]').first().waitFor()
    for (const look of looks) {
      await lookAt(page, look)
      const wrong = [...(await whatShutsOut(page, look)), ...(await whatSticksOut(page))]
      found.push(...wrong.map((each) => `${face}, ${look}: ${each}`))
      await takePicture(page, `topic-${face}-${look.replace(' ', '-')}`)
    }
  }
  await page.goto(`${story.earshot.url}/lists`)
  await page.getByRole('link', { name: 'rivals' }).waitFor()
  await takePicture(page, 'lists')
  found.push(...(await whatShutsOut(page, 'desktop light')))
  expect(found).toEqual([])
})

async function countPosts(): Promise<number> {
  const { items } = await askAs<{ items: unknown[] }>(page, 'GET', '/posts?limit=200')
  return items.length
}

function text(): Locator {
  return page.getByLabel('Find posts that say')
}

function chip(name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

/** The field of the first group of this name. */
function field(group: string): Locator {
  return page.getByRole('combobox', { name: `Add to “${group}”` }).first()
}

function chipsIn(group: Locator): Promise<string[]> {
  return group.locator('[data-chip]').allTextContents()
}

function focused(): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}

async function versions(): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Versions' }).click()
}

/** Forty about parcels, twelve about births, forty-eight about something else. */
function whatPeopleWrite(): PushedPost[] {
  return Array.from({ length: everybody }, (_, index) => ({
    id: `post-${index}`,
    text: whatOneWrites(index),
    author: { id: `person-${index}`, handle: `@person${index}`, name: `Person Number${index}` },
    url: `https://forum.acme.example/t/${index}`,
    createdAt: new Date(Date.now() - (everybody - index) * 3_600_000 * 6).toISOString(),
  }))
}

const parcels = ['lost in some depot', 'late again', 'arrived broken', 'left with a neighbour', 'still not here']
const births = [
  'Home from the delivery room with our baby',
  'An easy delivery and a healthy baby girl',
  'Delivery at dawn, baby sleeps',
  'What a delivery! Baby Tom weighs four kilos',
]
const others = [
  'Nice weather over the lake today',
  'Who plays chess on Sunday?',
  'New bread recipe with rye',
  'My bike is fast',
]

function whatOneWrites(index: number): string {
  if (index < 30) return `My parcel ${parcels[index % parcels.length]}, the courier never rang (${index}).`
  if (index < 50) return `${births[index % births.length]} (${index}).`
  return `${others[index % others.length]} (${index}).`
}
