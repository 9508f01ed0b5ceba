import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MastodonDouble, startMastodonDouble } from '../mastodon-double.ts'
import { patience, takePicture } from './browser.ts'
import { type OfficeAtWork, openOfficeAtWork, peopleWithParcels, waitForRows } from './office-at-work.ts'
import { type OwnFeed, startOwnFeed } from './own-feed.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let office: OfficeAtWork
let feed: OwnFeed
let mastodon: MastodonDouble
let page: Page

beforeAll(async () => {
  ;[story, feed, mastodon] = await Promise.all([beginStory(), startOwnFeed(), startMastodonDouble()])
  page = story.page
  office = await openOfficeAtWork(story)
  await office.program.push(...peopleWithParcels(3))
})
afterAll(async () => {
  await Promise.all([office.program.close(), feed.close(), mastodon.close()])
  await story.end()
})

test('an address that is none, or leads nowhere, or to a page without a feed: a sentence at the field', async () => {
  await page.goto(`${story.earshot.url}/channels/connect?kind=feed`)
  const field = page.getByLabel('Address', { exact: true })
  await page.getByLabel('Name here').fill('What people say')
  for (const address of ['no address at all', 'http://127.0.0.1:1/feed', feed.pageUrl]) {
    await field.fill(address)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    expect(await sentenceAt('Address')).toMatch(/^.{15,}[.]$/)
    expect(await field.inputValue()).toBe(address)
  }
  await takePicture(page, 'no-feed')
  await page.reload()
  expect(await page.getByLabel('Name here').inputValue()).toBe('What people say')
  expect(await field.inputValue()).toBe(feed.pageUrl)
})

test('a token without the right to write is told so', async () => {
  mastodon.setScopes('read')
  await page.goto(`${story.earshot.url}/channels/connect?kind=mastodon`)
  await page.getByRole('button', { name: 'Paste a token instead' }).click()
  await page.getByLabel('Server').fill(mastodon.origin)
  await page.getByLabel('Access token').fill(mastodon.token)
  await page.getByLabel('Name here').fill('Acme there')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page
    .getByText(/write:statuses/)
    .last()
    .waitFor()
  expect(await sentenceAt('Access token')).toContain('write')
  expect(await page.getByLabel('Name here').inputValue()).toBe('Acme there')
  await takePicture(page, 'token-without-right')
})

test('an open bracket is marked at its place and repaired by a click; a name in use is said at the name', async () => {
  await page.goto(`${story.earshot.url}/topics/new`)
  await page.getByLabel('Name', { exact: true }).fill('Delivery delays')
  await page.getByLabel('Purpose').fill('To know')
  await page.getByLabel('We then').fill('Answer')
  const query = page.getByLabel('Find posts that say')
  await query.fill('(parcel OR delivery')
  await page.getByText('Line 1, column 1').waitFor()
  await takePicture(page, 'open-bracket')
  await page.getByRole('button', { name: 'Repair' }).click()
  expect(await query.inputValue()).toBe('(parcel OR delivery)')
  await page.getByText('Line 1, column 1').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Save and switch on' }).click()
  expect(await sentenceAt('Name')).toMatch(/Delivery delays/)
  expect(await page.getByLabel('Purpose').inputValue()).toBe('To know')
  await page.getByLabel('Name', { exact: true }).fill('Delivery delays, again')
  await page.getByRole('button', { name: 'Save and switch on' }).click()
  await page.getByText('Delivery delays, again is saved.').waitFor()
})

test('a draft outlives a reload', async () => {
  await page.goto(`${story.earshot.url}/inbox/team`)
  await waitForRows(page, 3)
  await page.getByRole('row').first().click()
  await answer().fill('Half a sentence')
  await page.reload()
  await answer().waitFor()
  expect(await answer().inputValue()).toBe('Half a sentence')
})

test('without the server one can go on writing; what is sent waits, and leaves once', async () => {
  await page.getByRole('row').last().click()
  await answer().fill('Written in a tunnel.')
  // The click has loaded what floats; it only has to have arrived.
  await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some((each) => /dialog-box/.test(each.name) && (each as PerformanceResourceTiming).responseEnd > 0),
  )
  await story.earshot.kill()
  await page.getByText(/^Not connected\./).waitFor({ timeout: 2 * patience })
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText('1 message waits to be sent.').waitFor()
  await page.getByRole('button', { name: 'See', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Waiting to be sent' })
  await dialog.getByText('Written in a tunnel.').waitFor()
  await takePicture(page, 'waiting-to-be-sent')
  await page.keyboard.press('Escape')
  await page.reload().catch(() => undefined)
  await story.startAgain()
  await page.goto(`${story.earshot.url}/inbox/all`)
  await waitForRows(page, 3)
  await expect.poll(() => office.program.taken.length, { timeout: 2 * patience }).toBe(1)
  expect(office.program.taken[0]?.text).toBe('Written in a tunnel.')
  await page.getByText('1 message waits to be sent.').waitFor({ state: 'hidden' })
})

test('two tabs share one line, and both see what arrives', async () => {
  const second = await story.tab()
  await second.goto(`${story.earshot.url}/inbox/all`)
  await waitForRows(second, 3)
  await office.program.push(...peopleWithParcels(1, 50))
  await Promise.all([waitForRows(page, 4), waitForRows(second, 4)])
  await page.close()
  await office.program.push(...peopleWithParcels(1, 51))
  await waitForRows(second, 5)
})

function answer() {
  return page.getByRole('textbox', { name: /reply to/i })
}

/** What is said at a field, as a screen reader would read it with the field. */
async function sentenceAt(label: string): Promise<string> {
  const field = page.getByLabel(label, { exact: true })
  const read = () =>
    field.evaluate((element) =>
      element.getAttribute('aria-invalid') === 'true'
        ? (element.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? '')
            .join(' ')
            .trim()
        : '',
    )
  await expect.poll(read, { timeout: patience }).not.toBe('')
  return await read()
}
