import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lookAt, looks, whatShutsOut, whatSticksOut } from './barriers.ts'
import { patience, takePicture } from './browser.ts'
import { type OfficeAtWork, openOfficeAtWork } from './office-at-work.ts'
import { askAs } from './office-page.ts'
import type { PushedPost } from './own-program.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let page: Page

beforeAll(async () => {
  story = await beginStory()
  page = story.page
  office = await openOfficeAtWork(story)
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('people write, and what they say is read', async () => {
  await office.program.push(...whatPeopleWrite())
  await story.earshot.waitUntilDone()
  await expect.poll(countConversations, { timeout: 3 * patience }).toBe(12)
})

test('a reading tells why, is corrected by one press, and Z takes it back', async () => {
  await openOf('Mara')
  const chip = page.getByRole('button', { name: /^Mood: .*Why\?$/ })
  await chip.click()
  await page.getByText(/Because of: |No single word/).waitFor()
  expect(await page.locator('[data-message] mark').count()).toBeGreaterThan(0)
  await takePicture(page, 'reading-why')
  await page.getByRole('button', { name: 'Mood is Positive' }).click()
  await page.getByText('Set by Ines Meyer.').waitFor()
  expect(await chip.getAttribute('aria-label')).toBe('Mood: Positive. Why?')
  await page.keyboard.press('z')
  await page.getByText('Set by Ines Meyer.').waitFor({ state: 'hidden' })
  expect(await chip.getAttribute('aria-label')).not.toContain('Positive')
})

test('the same by keys alone: W, a few letters, Enter', async () => {
  await page.locator('[data-thread]').focus()
  await page.keyboard.press('w')
  await page.getByRole('combobox', { name: 'What was read wrongly?' }).fill('risk law')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Risk: Law. Why?' }).waitFor()
  await page.getByText('Risk: Law.', { exact: true }).waitFor()
})

test('a random check tells how often a reader is right, and its figure opens its list', async () => {
  await page.goto(`${story.earshot.url}/readings/sentiment/check`)
  await page.getByText(/^0 of 10 checked/).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await page.getByText(/^1 of 10 checked/).waitFor()
  await page
    .locator('[data-sample]')
    .nth(1)
    .getByRole('button', { name: /^Mood is / })
    .first()
    .click()
  await page.getByText(/^2 of 10 checked/).waitFor()
  await takePicture(page, 'reading-check')
  await page.goto(`${story.earshot.url}/readings/sentiment`)
  await page.getByText(/^1 of 2 right; the true share is between/).waitFor()
  await page.getByRole('link', { name: 'Of messages drawn by chance' }).click()
  await page.getByRole('heading', { name: 'What people said of readings' }).waitFor()
  await expect.poll(() => page.getByText('drawn by chance', { exact: true }).count()).toBe(2)
  await takePicture(page, 'reading-corrections')
})

test('the line is moved, says what it keeps, and Z puts it back', async () => {
  await page.goto(`${story.earshot.url}/readings/sentiment`)
  await page.getByText(/^Keeps (?:100|9\d|8\d)/).waitFor()
  const slider = page.getByRole('slider', { name: 'Line' })
  await slider.fill('1')
  await page.getByText(/^Keeps 0/).waitFor()
  await page.getByRole('button', { name: 'Move the line' }).click()
  await page.getByText('The line of Mood is at 100%.').waitFor()
  await takePicture(page, 'reading-line')
  const pale = page.getByRole('button', { name: 'Mood: leans neutral. Why?', exact: true })
  await vi.waitFor(
    async () => {
      await openOf('Dev')
      await pale.click({ timeout: 4_000 })
    },
    { timeout: 60_000, interval: 200 },
  )
  await page.getByText(/This is below the line of 100%/).waitFor()
  await page.goto(`${story.earshot.url}/readings/sentiment`)
  await page.getByRole('button', { name: 'Back to 50%, where the reader has it' }).click()
  await page.getByText('The line of Mood is at 50%.').waitFor()
})

test('the list of posts says the same, and is corrected there too', async () => {
  await page.goto(`${story.earshot.url}/posts`)
  const row = page.getByRole('listitem').filter({ hasText: 'Una Example' })
  await row.getByRole('button', { name: /^Mood: .*Why\?$/ }).click()
  await row.getByRole('button', { name: 'Mood is Neutral' }).click()
  await row.getByText('Set by Ines Meyer.').waitFor()
  await row.getByRole('button', { name: 'Let the reader count again' }).click()
  await row.getByText('Set by Ines Meyer.').waitFor({ state: 'hidden' })
})

test('a refiner is set up and tried; what goes wrong is said', async () => {
  await page.goto(`${story.earshot.url}/settings/refiner`)
  await page.getByLabel('Address').fill(`${office.program.network.origin}/v1`)
  await page.getByLabel('Model').fill('small')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText(/^No answer of use: /).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The refiner is saved.').waitFor()
  await takePicture(page, 'refiner')
})

test('everybody can use these screens, in light, dark and narrow', async () => {
  const places = ['/readings', '/readings/sentiment', '/readings/intent/check', '/corrections', '/settings/refiner']
  const found: string[] = []
  for (const place of places) {
    await page.goto(`${story.earshot.url}${place}`)
    await page.locator('main h1').waitFor()
    await page.locator('main table, main li, main input').first().waitFor()
    for (const look of looks) {
      await lookAt(page, look)
      const wrong = [...(await whatShutsOut(page, look)), ...(await whatSticksOut(page))]
      found.push(...wrong.map((each) => `${place}, ${look}: ${each}`))
    }
  }
  expect(found).toEqual([])
})

async function openOf(name: string): Promise<void> {
  await page.goto(`${story.earshot.url}/inbox/all`)
  await page.locator('[data-row]').filter({ hasText: name }).first().click()
  await page.getByRole('group', { name: 'How this was read' }).waitFor()
}

async function countConversations(): Promise<number> {
  return (await askAs<{ items: unknown[] }>(page, 'GET', '/conversations')).items.length
}

function whatPeopleWrite(): PushedPost[] {
  const words: readonly [name: string, text: string][] = [
    ['Mara', 'My parcel is broken again and your support is terrible. I am so angry.'],
    ['Dev', 'The delivery was wonderful, thank you, I love the box.'],
    ['Hana', 'Awful delivery, the worst I ever had.'],
    ['Leon', 'What a great courier! My delivery came early and I am so happy.'],
    ['Rosa', 'I hate waiting: this horrible parcel is lost for the third time.'],
    ['Farid', 'Best delivery service ever, amazing work.'],
    ['Aiko', 'Disgusting: the parcel arrived wet, dirty and useless.'],
    ['Jonas', 'Love, love, love the new parcel boxes, brilliant idea.'],
    ['Ly', 'Such a bad experience, rude people and a ruined delivery.'],
    ['Sofia', 'Fantastic, my delivery was perfect and the staff so kind.'],
    ['Tim', 'Worst parcel service in town, total rubbish, I am furious.'],
    ['Una', 'So pleased with this delivery, excellent and friendly.'],
  ]
  return words.map(([name, text], index) => ({
    id: `read-${index}`,
    text,
    author: { id: `person-${index}`, handle: `@${name.toLowerCase()}`, name: `${name} Example` },
    url: `https://forum.acme.example/t/${index}`,
    createdAt: new Date(Date.now() - (words.length - index) * 1_000).toISOString(),
  }))
}
