import { afterAll, beforeAll, expect, test } from 'vitest'
import { patience, takePicture } from './browser.ts'
import { signUp } from './office-page.ts'
import { startOwnFeed, type OwnFeed } from './own-feed.ts'
import { startOwnProgram, type OwnProgram } from './own-program.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let feed: OwnFeed
let program: OwnProgram

beforeAll(async () => {
  ;[story, feed, program] = await Promise.all([beginStory(), startOwnFeed(), startOwnProgram()])
})
afterAll(async () => {
  await Promise.all([feed.close(), program.close()])
  await story.end()
})

test('somebody signs up, and the first match shows by itself', async () => {
  const { page, earshot } = story
  await signUp(page, earshot)
  await page.getByLabel('Names to listen for').fill('Acme\nAcme Runner')
  await page.getByRole('button', { name: 'Listen for these' }).click()

  await page.getByRole('button', { name: /^Feed / }).click()
  await page.getByLabel('Address').fill(feed.feedUrl)
  await page.getByRole('button', { name: 'Test it' }).click()
  await page.getByText('It works. This is Acme talk.').waitFor()
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByText('Acme talk is connected.').waitFor()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByText('Listening. The first match shows here by itself').waitFor()

  feed.write('Delivery', 'My Acme parcel says delivered but nothing here')
  const asking = await story.tab()
  await asking.goto(`${earshot.url}/channels`)
  await asking
    .getByRole('link', { name: /Acme talk/ })
    .first()
    .click()
  await asking.getByRole('button', { name: 'Ask now' }).click()
  await asking.getByText('Asking now.').waitFor()
  await page.getByText('My Acme parcel says delivered but nothing here').waitFor()
  await takePicture(page, 'first-match')
  await asking.close()
})

test('an inbound channel is connected, and a post in it is answered under the right post', async () => {
  const { page, earshot } = story
  await page.goto(`${earshot.url}/channels/connect`)
  await page.getByRole('button', { name: /^Inbound webhook/ }).click()
  await page.getByLabel('Where replies go').fill(program.replyUrl)
  await page.getByLabel('Name here').fill('Acme forum')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await page.getByText('Acme forum is connected.').waitFor()
  program.know({
    inboundUrl: await page.getByLabel('Address to push to').inputValue(),
    secret: await page.getByLabel('Signing secret').inputValue(),
  })

  await page.goto(`${earshot.url}/inbox/all`)
  await page.getByRole('row', { name: /Mara Lindqvist/ }).waitFor()
  const rosa = { id: 'rosa', handle: '@rosa', name: 'Rosa Jiménez' }
  await program.push({ id: 'post-1', text: 'My Acme app crashes on start, what can I do?', author: rosa })
  await page.getByRole('row', { name: /Rosa Jiménez/ }).click()

  await page.getByRole('textbox', { name: /reply to Rosa/i }).fill('Sorry, Rosa. Version 2.1 is out now and fixes it.')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByText(/Goes out in/).waitFor()
  await page.getByText('Sent', { exact: true }).waitFor({ timeout: 2 * patience })
  expect(program.taken).toMatchObject([
    { inReplyTo: 'post-1', text: 'Sorry, Rosa. Version 2.1 is out now and fixes it.' },
  ])
  await takePicture(page, 'answered')

  await program.push({ id: 'post-2', inReplyTo: 'post-1', text: 'Thanks, that fixed it!', author: rosa })
})

test('their thanks propose the ending, E E confirms it, and the proof stands', async () => {
  const { page } = story
  await page.getByText('seems to say it is over').waitFor()
  expect(await page.getByRole('button', { name: /new below/ }).count()).toBe(0)
  await takePicture(page, 'ending-proposed')
  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('e')
  await page.getByRole('menu', { name: 'Whose turn is it?' }).waitFor()
  await page.keyboard.press('e')
  const proof = page.getByRole('note').filter({ hasText: 'Ended by them' })
  await proof.waitFor()
  expect(await proof.innerText()).toContain('“Thanks, that fixed it!” — Rosa Jiménez')
  expect(await proof.innerText()).toContain('Confirmed by Ines Meyer')
  await takePicture(page, 'ended')
  expect(program.taken).toHaveLength(1)
})

test('the outcomes count it, and the figure opens its list', async () => {
  const { page } = story
  await page.getByRole('link', { name: 'Outcomes' }).click()
  const figure = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Ended by them, open the list' }) })
  await figure.waitFor()
  expect(await figure.innerText()).toMatch(/Ended by them\s+1\s/)
  await takePicture(page, 'outcomes')
  await figure.getByRole('link').click()
  await page.getByRole('row', { name: /Rosa Jiménez/ }).waitFor()
  expect(await page.getByRole('row').count()).toBe(1)
})
