import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patience, takePicture } from './browser.ts'
import { colleague, type OfficeAtWork, openOfficeAtWork, peopleWithParcels, waitForRows } from './office-at-work.ts'
import { signIn } from './office-page.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let page: Page

beforeAll(async () => {
  story = await beginStory()
  page = story.page
  office = await openOfficeAtWork(story)
  await office.program.push(...peopleWithParcels(20))
  await page.goto(`${story.earshot.url}/inbox/team`)
  await waitForRows(page, 20)
})
afterAll(async () => {
  await office.program.close()
  await story.end()
})

test('ten arrive within a second while a row has the focus: the list stands still, the pill counts them', async () => {
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.locator('[role=row][aria-rowindex="2"]:focus').waitFor()
  const before = await rowsInSight()
  await office.program.push(...peopleWithParcels(10, 21))
  await page.getByRole('button', { name: '10 new ( . )' }).waitFor()
  expect(await rowsInSight()).toEqual(before)
  expect(await page.locator('[role=row]:focus').getAttribute('aria-rowindex')).toBe('2')
  await takePicture(page, 'ten-new')
  await page.keyboard.press('.')
  await waitForRows(page, 30)
  await page.getByRole('button', { name: /new \( \. \)/ }).waitFor({ state: 'hidden' })
})

test('a row that a colleague takes stays where it is, dimmed, with the reason', async () => {
  const theirs = (await story.another()).page
  await signIn(theirs, story.earshot.url, colleague)
  await theirs.goto(`${story.earshot.url}/inbox/team`)
  await page.reload()
  await waitForRows(page, 30)
  await page.locator('[role=row][aria-rowindex="1"]').focus()
  const second = (await rowsInSight())[1]
  const name = new RegExp(`${second?.name}\\b`)
  await theirs.getByRole('row', { name }).click()
  await theirs.getByRole('textbox', { name: /reply to/i }).waitFor()
  await theirs.getByRole('main').getByRole('heading').first().click()
  await theirs.keyboard.press('i')
  await theirs.getByText('Given to Tomás Vidal.').waitFor()
  const row = page.getByRole('row', { name })
  await row.getByText('Tomás Vidal took it').waitFor()
  expect((await rowsInSight())[1]).toEqual(second)
  await takePicture(page, 'taken-by-a-colleague')
  await page.keyboard.press('.')
  await row.waitFor({ state: 'hidden' })
  await theirs.close()
})

test('a thousand conversations scroll with few rows in the page', async () => {
  await office.program.push(...peopleWithParcels(485, 31))
  await office.program.push(...peopleWithParcels(485, 516))
  await story.earshot.waitUntilDone()
  await page.goto(`${story.earshot.url}/inbox/all`)
  await waitForRows(page, 1000)
  const rows = page.getByRole('row')
  await page.locator('[role=row][aria-rowindex="1"]').focus()
  for (let seen = 0; seen < 1000; seen = await lastRow()) {
    await page.keyboard.press('End')
    await expect.poll(lastRow, { timeout: patience }).toBeGreaterThan(seen)
    expect(await rows.count()).toBeLessThan(60)
  }
  await page.locator('[role=row][aria-rowindex="1000"]').waitFor()
})

/** The number of the last row that is in the page. */
async function lastRow(): Promise<number> {
  const numbers = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  return Math.max(...numbers)
}

/** Who stands where, from above. */
async function rowsInSight(): Promise<{ name: string; top: number }[]> {
  return await page.getByRole('row').evaluateAll((rows) =>
    rows
      .map((row) => ({
        name: /\p{Lu}\p{Ll}+ Number\d+/u.exec(row.textContent ?? '')?.[0] ?? '',
        top: Math.round(row.getBoundingClientRect().top),
      }))
      .toSorted((one, other) => one.top - other.top)
      .slice(0, 8),
  )
}
