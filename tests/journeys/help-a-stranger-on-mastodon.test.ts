import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MastodonDouble, startMastodonDouble } from '../mastodon-double.ts'
import { patience, takePicture } from './browser.ts'
import { signUp } from './office-page.ts'
import { beginStory, type Story } from './story.ts'

let story: Story
let mastodon: MastodonDouble
let asked: string

beforeAll(async () => {
  ;[story, mastodon] = await Promise.all([beginStory(), startMastodonDouble()])
})
afterAll(async () => {
  await mastodon.close()
  await story.end()
})

test('an account is connected by signing in at its server', async () => {
  const { page, earshot } = story
  await signUp(page, earshot)
  await page.goto(`${earshot.url}/channels/connect?kind=mastodon`)
  await page.getByLabel('Server').fill(mastodon.origin)
  await page.getByLabel('Name here').fill('Acme on Mastodon')
  await page.getByRole('button', { name: 'Sign in there' }).click()
  await page.getByRole('link', { name: 'Allow' }).click()
  await page.getByText('Acme on Mastodon is connected.').waitFor()
  await page.getByRole('link', { name: 'See the channel' }).click()
  await page.getByText('Live, streaming').waitFor()
})

test('a stranger speaks to us, and the answer stands under their post, no wider and with their warning', async () => {
  const { page, earshot } = story
  await page.goto(`${earshot.url}/inbox/all`)
  await page.getByText('Nothing heard yet.').waitFor()
  asked = mastodon.addMention({ text: 'my parcel is lost, what now?', warning: 'a rant', visibility: 'unlisted' })
  await page.getByRole('row', { name: /A stranger/ }).click()
  await page.getByRole('article', { name: 'A stranger wrote' }).getByText('a rant').waitFor()
  await takePicture(page, 'mastodon-mention')
  await reply('We are sorry. Which number is on your receipt?')
  await page.getByText('Sent', { exact: true }).waitFor({ timeout: 2 * patience })
  expect(mastodon.posted()).toMatchObject([
    { inReplyTo: asked, visibility: 'unlisted', warning: 'a rant', text: expect.stringContaining('on your receipt?') },
  ])
})

test('a second reply is taken back within ten seconds and never leaves', async () => {
  const { page } = story
  await reply('And another thing that should not be said')
  const second = page.getByRole('article', { name: 'Ines Meyer replied for us' }).last()
  await second.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back before it left').waitFor()
  const field = page.getByRole('textbox', { name: /reply to A stranger/i })
  await expect.poll(() => field.inputValue(), { timeout: patience }).toBe('And another thing that should not be said')
  await field.fill('')
  expect(mastodon.posted()).toHaveLength(1)
})

test('what is edited and deleted at the source shows here', async () => {
  const { page } = story
  const answered = mastodon.posted()[0]?.id ?? ''
  const more = mastodon.addMention({ text: 'it is 4417', inReplyTo: answered, visibility: 'unlisted' })
  await page.getByRole('article').getByText('it is 4417').waitFor()
  mastodon.editStatus(more, 'it is 4471, sorry')
  const edited = page.getByRole('article', { name: 'A stranger wrote' }).filter({ hasText: 'it is 4471, sorry' })
  await edited.getByText('edited', { exact: true }).waitFor()
  await takePicture(page, 'mastodon-edited')
  mastodon.deleteStatus(more)
  await page.getByText('Deleted at its source, and so here too.').waitFor()
  expect(await page.getByText('4471').count()).toBe(0)
  expect(mastodon.posted()).toHaveLength(1)
})

test('a revoked token is said in words, and nothing is lost after signing in again', async () => {
  const { page } = story
  await page.getByRole('link', { name: 'Channels' }).click()
  await page.getByRole('link', { name: 'Acme on Mastodon', exact: true }).click()
  await page.getByText('Live, streaming').waitFor()
  mastodon.revokeToken()
  await page.getByText('Sign-in needed').waitFor({ timeout: 2 * patience })
  await takePicture(page, 'mastodon-revoked')
  mastodon.addMention({ text: 'said while nobody listened', visibility: 'unlisted' })
  mastodon.allowToken()
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await page.getByRole('link', { name: 'Allow' }).click()
  await page.getByText('Acme on Mastodon is connected.').waitFor()
  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('button', { name: /^My turn/ }).click()
  await page.getByRole('menuitem', { name: /^All/ }).click()
  await page.getByRole('row', { name: /said while nobody listened/ }).waitFor()
})

async function reply(text: string): Promise<void> {
  const { page } = story
  await page.getByRole('textbox', { name: /reply to A stranger/i }).fill(text)
  await page.getByRole('button', { name: /^(?:Post|Send)$/ }).click()
  await page.getByText(/Goes out in/).waitFor()
}
