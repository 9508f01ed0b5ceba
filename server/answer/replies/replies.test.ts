import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aConversation, aWorkspace, refusalOf, theyWrite, type World } from '../../../tests/factories.ts'
import { claimDeliveries } from '../../outbox/claim-deliveries.ts'
import { settleDelivery } from '../../outbox/settle-delivery.ts'
import { followEvents } from '../../follow-events.ts'
import { returnWhenReplyFailed } from '../conversations/return-when-reply-failed.ts'
import { decideHeldReply } from './decide-held-reply.ts'
import { queueReply, type ReplyWish } from './queue-reply.ts'
import { takeBackReply } from './take-back-reply.ts'

const db = await testDatabase()
let world: World
let conversation: Awaited<ReturnType<typeof aConversation>>
beforeEach(async () => {
  world = await aWorkspace(db)
  conversation = await aConversation(world)
})

const facts = { label: 'Inbound', replies: true, privateReplies: true, textLength: 40, replyWindowHours: null }
const reply = (wish: Partial<ReplyWish> = {}) =>
  world.inside((tx) =>
    queueReply(
      tx,
      { who: world.owner, conversationId: conversation.id, factsOf: () => facts },
      { text: 'We look into it.', undoSeconds: 0, ...wish },
    ),
  )
const on = () => ({ workspaceId: world.workspaceId, conversationId: conversation.id, by: world.owner.colleagueId })
const row = () =>
  world.inside((tx) =>
    tx.selectFrom('conversation').selectAll().where('id', '=', conversation.id).executeTakeFirstOrThrow(),
  )
const delivery = (id: string) =>
  world.inside((tx) => tx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
const claim = () =>
  world.inside((tx) => claimDeliveries(tx, world.workspaceId, { limit: 10, busyChannels: [], leaseSeconds: 60 }))

test('a reply hands the turn to them, its text is frozen, and an answer to it finds the conversation', async () => {
  const { id } = await reply()
  expect(await row()).toMatchObject({ turn: 'theirs', ourReplies: 1, lastMessageId: id })
  expect(await delivery(id)).toMatchObject({
    state: 'queued',
    key: id,
    outgoing: { text: 'We look into it.', authorName: 'Olga Owner' },
  })
  const again = await theyWrite(world, { ...conversation.post, externalId: id })
  expect(again.messageId).toBeTruthy()
  expect(await row()).toMatchObject({ turn: 'ours', messageCount: 3 })
})

test('within the time to take it back nothing leaves; taken back, everything stands as before', async () => {
  const { id, undoUntil } = await reply({ undoSeconds: 10 })
  expect(Date.parse(undoUntil ?? '') - Date.now()).toBeGreaterThan(8_000)
  expect(await claim()).toEqual([])
  await world.inside((tx) => takeBackReply(tx, on(), id))
  await world.inside((tx) => takeBackReply(tx, on(), id))
  expect(await row()).toMatchObject({ turn: 'ours', ourReplies: 0, lastMessageId: conversation.messageId })
  expect(await claim()).toEqual([])
})

test('once it has left it cannot be taken back', async () => {
  const { id } = await reply()
  await claim()
  expect(await refusalOf(world.inside((tx) => takeBackReply(tx, on(), id)))).toMatchObject({
    status: 409,
    code: 'too_late',
  })
})

test('what is too long, or written before something newer came, is refused with a sentence; the text stays with the writer', async () => {
  const long = await refusalOf(reply({ text: 'x'.repeat(45) }))
  expect(long).toMatchObject({
    status: 422,
    field: 'text',
    message: 'Inbound takes 40 characters; this is 5 too long.',
  })
  await theyWrite(world, conversation.post)
  expect(await refusalOf(reply({ seenMessageId: conversation.messageId }))).toMatchObject({
    status: 409,
    code: 'newer_message',
  })
  const { lastMessageId } = await row()
  expect(await reply({ seenMessageId: lastMessageId! })).toMatchObject({ state: 'queued' })
})

test('replies of a conversation leave in the order they were written', async () => {
  const first = await reply()
  const second = await reply({ text: 'And one more thing.' })
  const [claimed, ...rest] = await claim()
  expect([claimed?.id, rest.length]).toEqual([first.id, 0])
  const sent = { state: 'sent' as const, reason: '', notBefore: null, looks: 0, externalId: 'remote' }
  await world.inside((tx) => settleDelivery(tx, world.workspaceId, claimed!, sent))
  expect((await claim()).map((one) => one.id)).toEqual([second.id])
})

test('a reply that failed gives the turn back with its reason; sent again it is theirs once more', async () => {
  const { id } = await reply()
  const [claimed] = await claim()
  const failed = { state: 'failed' as const, reason: 'The receiver is gone.', notBefore: null, looks: 0 }
  await world.inside((tx) => settleDelivery(tx, world.workspaceId, claimed!, failed))
  while ((await row()).turn !== 'ours') await followEvents(db, world.workspaceId, [returnWhenReplyFailed])
  expect(await row()).toMatchObject({ turn: 'ours', ourReplies: 0 })
  await world.inside((tx) => decideHeldReply(tx, { ...on(), messageId: id }, 'send_again'))
  expect(await row()).toMatchObject({ turn: 'theirs', ourReplies: 1 })
  expect((await claim())[0]).toMatchObject({ id, key: id, task: 'send' })
})

test('a reply that nobody can tell about waits for a person, who says what became of it', async () => {
  const { id } = await reply()
  const [claimed] = await claim()
  const held = { state: 'unknown' as const, reason: 'Look there.', notBefore: null, looks: 1 }
  await world.inside((tx) => settleDelivery(tx, world.workspaceId, claimed!, held))
  expect(await claim()).toEqual([])
  await world.inside((tx) => decideHeldReply(tx, { ...on(), messageId: id }, 'arrived'))
  expect(await delivery(id)).toMatchObject({ state: 'sent' })
  expect(await refusalOf(world.inside((tx) => decideHeldReply(tx, { ...on(), messageId: id }, 'drop')))).toMatchObject({
    status: 409,
  })
})

test('a promise is kept with the message it was made in, and goes when that is taken back', async () => {
  const dueAt = '2026-12-24T12:00:00Z'
  const { id } = await reply({ undoSeconds: 10, promise: { text: 'send a new parcel', dueAt } })
  const promises = () =>
    world.inside((tx) => tx.selectFrom('promise').select(['messageId', 'dueAt', 'state']).execute())
  expect(await promises()).toEqual([{ messageId: id, dueAt: new Date(dueAt), state: 'open' }])
  await world.inside((tx) => takeBackReply(tx, on(), id))
  expect(await promises()).toEqual([])
  const nobody = { text: 'x', dueAt, ownerId: '01a00000-0000-7000-8000-000000000000' }
  expect(await refusalOf(reply({ promise: nobody }))).toMatchObject({ status: 422, field: 'promise.ownerId' })
})
