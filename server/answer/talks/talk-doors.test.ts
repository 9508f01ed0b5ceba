import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aConversation, aWorkspace, theyWrite, type World } from '../../../tests/factories.ts'
import { openOffice } from '../../../tests/office.ts'
import { claimDeliveries } from '../../outbox/claim-deliveries.ts'
import { settleDelivery } from '../../outbox/settle-delivery.ts'
import { queueReply } from '../replies/queue-reply.ts'
import { talkDoors } from './talk-doors.ts'

const db = await testDatabase()
let world: World
let conversation: Awaited<ReturnType<typeof aConversation>>
beforeEach(async () => {
  world = await aWorkspace(db)
  conversation = await aConversation(world, {
    text: 'The lid <b>broke</b>.',
    author: { id: 'm', handle: '', name: 'Mara' },
  })
})

const office = openOffice(db, {
  routes: [],
  doors: () =>
    talkDoors(db, (key, token) =>
      Promise.resolve(
        key === 'door' && token === 'signed'
          ? {
              title: 'Tell Acme',
              workspaceId: world.workspaceId,
              idSpace: conversation.post.idSpace,
              threadKey: conversation.post.threadKey,
            }
          : undefined,
      ),
    ),
})
const visit = (path: string, method = 'GET') =>
  office.http.request(`http://earshot.test${path}`, { method, redirect: 'manual' })
const page = async () => (await visit('/forms/door/talks/signed')).text()
const sorted = () => visit('/forms/door/talks/signed/sorted', 'POST')
const row = () =>
  world.inside((tx) =>
    tx.selectFrom('conversation').selectAll().where('id', '=', conversation.id).executeTakeFirstOrThrow(),
  )

const facts = { label: 'Form', replies: true, privateReplies: true, textLength: 400, replyWindowHours: null }

/** A reply of ours, on its way until `arrives`. */
async function weReply(text: string): Promise<{ arrives: () => Promise<void> }> {
  await world.inside((tx) =>
    queueReply(
      tx,
      { who: world.owner, conversationId: conversation.id, factsOf: () => facts },
      { text, undoSeconds: 0 },
    ),
  )
  const arrives = async () => {
    const [claimed] = await world.inside((tx) =>
      claimDeliveries(tx, world.workspaceId, { limit: 1, busyChannels: [], leaseSeconds: 60 }),
    )
    await world.inside((tx) =>
      settleDelivery(tx, world.workspaceId, claimed!, { state: 'sent', reason: '', notBefore: null, looks: 0 }),
    )
  }
  return { arrives }
}

test('they see their own words, harmless, and that somebody will answer; nothing to tap before an answer', async () => {
  const shown = await page()
  expect(shown).toContain('The lid &lt;b&gt;broke&lt;/b&gt;.')
  expect(shown).toContain('Mara')
  expect(shown).toContain('A person reads this and answers here.')
  expect(shown).not.toContain('This is sorted')
})

test('our reply stands there once it has left us, and then they can say that it is sorted', async () => {
  const { arrives } = await weReply('A new lid is on its way.')
  expect(await page()).not.toContain('A new lid')
  await arrives()
  const shown = await page()
  expect(shown).toContain('A new lid is on its way.')
  expect(shown).toContain('Olga Owner')
  expect(shown.indexOf('broke')).toBeLessThan(shown.indexOf('A new lid'))
  expect(shown).toContain('This is sorted')
})

test('their tap ends the conversation, is its evidence, and counts once', async () => {
  await (await weReply('A new lid is on its way.')).arrives()
  const [first, second] = [await sorted(), await sorted()]
  for (const answer of [first, second]) {
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/\/forms\/door\/talks\/signed$/)
  }
  expect(await row()).toMatchObject({ turn: 'ended' })
  const endings = await world.inside((tx) =>
    tx
      .selectFrom('ending')
      .innerJoin('tap', (join) =>
        join.onRef('tap.workspaceId', '=', 'ending.workspaceId').onRef('tap.id', '=', 'ending.tapId'),
      )
      .select(['ending.by', 'tap.place'])
      .execute(),
  )
  expect(endings).toEqual([{ by: null, place: 'feedback page' }])
  expect(await page()).toContain('You said that this is sorted.')
})

test('whoever writes again after the tap is our turn again', async () => {
  await (await weReply('A new lid is on its way.')).arrives()
  await sorted()
  await theyWrite(world, conversation.post, { text: 'It broke again.' })
  expect(await row()).toMatchObject({ turn: 'ours' })
  const shown = await page()
  expect(shown).toContain('It broke again.')
  expect(shown).not.toContain('You said that this is sorted.')
})

test.each([
  ['GET', '/forms/door/talks/made-up'],
  ['GET', '/forms/other/talks/signed'],
  ['POST', '/forms/door/talks/made-up/sorted'],
])('an address we did not make opens nothing: %s %s', async (method, path) => {
  expect((await visit(path, method)).status).toBe(404)
  expect(await row()).toMatchObject({ turn: 'ours' })
})
