import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import {
  aColleague,
  aConversation,
  aPost,
  aTopic,
  aWorkspace,
  departmentOf,
  placePost,
  readAs,
  theyWrite,
  type World,
} from '../../../tests/factories.ts'
import { addNote } from './add-note.ts'
import { assignConversation } from './assign-conversation.ts'
import { deleteMessage } from './delete-message.ts'
import { editMessage } from './edit-message.ts'
import { endByCustomer } from './end-by-customer.ts'
import { joinHeardReply } from './join-heard-reply.ts'
import { letRest } from './let-rest.ts'
import { noteReplyQueued } from './note-reply-queued.ts'
import { returnWhenReplyFailed } from './return-when-reply-failed.ts'
import { setAside } from './set-aside.ts'
import { snooze } from './snooze.ts'
import { newId } from '../../lib/id.ts'

const db = await testDatabase()
const world = await aWorkspace(db)

const on = (conversationId: string, by: string | null = world.owner.colleagueId) => ({
  workspaceId: world.workspaceId,
  conversationId,
  by,
})

function conversation(id: string) {
  return world.inside((tx) => tx.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
function clock(id: string) {
  return world.inside((tx) => tx.selectFrom('clock').selectAll().where('conversationId', '=', id).executeTakeFirst())
}
function eventNames(id: string) {
  return world.inside(async (tx) => {
    const rows = await tx.selectFrom('event').select('name').where('conversationId', '=', id).orderBy('id').execute()
    return rows.map((row) => row.name)
  })
}
async function reply(conversationId: string, text = 'We look into it.', where: World = world) {
  const by = where.owner.colleagueId
  const messageId = newId()
  await where.inside(async (tx) => {
    const { workspaceId } = where
    await tx
      .insertInto('message')
      .values({ workspaceId, id: messageId, conversationId, direction: 'out', at: new Date(), colleagueId: by, text })
      .execute()
    await noteReplyQueued(tx, { workspaceId, conversationId, by }, { messageId, text })
  })
  return messageId
}

describe('a post opens a conversation', () => {
  test('when somebody speaks to us', async () => {
    const { id, messageId } = await aConversation(world)
    expect(await conversation(id)).toMatchObject({ turn: 'ours', messageCount: 1, lastMessageId: messageId })
    expect(await clock(id)).toMatchObject({ kind: 'first_reply' })
    expect(await eventNames(id)).toEqual(['conversation.opened', 'message.received'])
  })

  test('when a topic matched it, and keeps the topic', async () => {
    const topicId = await aTopic(world)
    const placed = await placePost(world, await aPost(world), { topicIds: [topicId] })
    expect(placed?.opened).toBe(true)
    const topics = await world.inside((tx) =>
      tx
        .selectFrom('conversationTopic')
        .select('topicId')
        .where('conversationId', '=', placed!.conversationId)
        .execute(),
    )
    expect(topics).toEqual([{ topicId }])
  })

  test('but not when nobody asked for it, nor when it is our own', async () => {
    expect(await placePost(world, await aPost(world))).toBeUndefined()
    const ours = await aPost(world, { ours: true })
    expect(await placePost(world, ours, { topicIds: [await aTopic(world)] })).toBeUndefined()
  })

  test('together with what was said in its thread before', async () => {
    const first = await aPost(world, { text: 'Which kettle is quiet?', author: { id: 'dev', handle: '@dev' } })
    expect(await placePost(world, first)).toBeUndefined()
    const placed = await theyWrite(world, first, { text: 'Acme leaks' }, { topicIds: [await aTopic(world)] })
    const { conversationId } = (await placePost(world, placed.post))!
    expect(await conversation(conversationId)).toMatchObject({ messageCount: 2, lastMessageId: placed.messageId })
  })

  test('once, however often and from however many lanes it comes', async () => {
    const post = await aPost(world, { addressedToUs: true, author: { id: newId(), handle: '@crowd' } })
    const placed = await Promise.all([1, 2, 3, 4].map(() => placePost(world, post)))
    expect(new Set(placed.map((one) => one?.messageId)).size).toBe(1)
    expect(placed.filter((one) => one?.opened)).toHaveLength(1)
    const before = await eventNames(placed[0]!.conversationId)
    await placePost(world, post)
    expect(await eventNames(placed[0]!.conversationId)).toEqual(before)
  })
})

describe('their next word', () => {
  test.each(['set_aside', 'resting', 'theirs'] as const)('brings a conversation back from %s', async (turn) => {
    const { id, post } = await aConversation(world)
    if (turn === 'theirs') await reply(id)
    if (turn === 'set_aside') await world.inside((tx) => setAside(tx, on(id), { reason: 'spam' }))
    if (turn === 'resting') await world.inside((tx) => letRest(tx, on(id)))
    expect((await conversation(id)).turn).toBe(turn)
    await theyWrite(world, post)
    expect((await conversation(id)).turn).toBe('ours')
    expect(await clock(id)).toBeDefined()
  })

  test('on an ended conversation leaves it ended when it is a thank-you', async () => {
    const { id, post, messageId } = await aConversation(world)
    await world.inside((tx) => endByCustomer(tx, on(id), { messageId }))
    await theyWrite(world, post, { text: 'Thanks!' }, { reading: readAs('thanks') })
    expect(await conversation(id)).toMatchObject({ turn: 'ended', proposedEnding: null })
    expect(await clock(id)).toBeUndefined()
  })

  test('on an ended conversation comes back to the same assignee when it still fails', async () => {
    const ada = await aColleague(world)
    const { id, post, messageId } = await aConversation(world)
    await world.inside((tx) =>
      assignConversation(tx, on(id), { assigneeId: ada.colleagueId, departmentId: departmentOf(world, 'service') }),
    )
    await world.inside((tx) => endByCustomer(tx, on(id), { messageId }))
    await theyWrite(world, post, { text: 'Thanks, but it still fails' }, { reading: readAs('still_failing') })
    expect(await conversation(id)).toMatchObject({
      turn: 'ours',
      endingId: null,
      assigneeId: ada.colleagueId,
      proposedEnding: null,
    })
  })

  test('proposes the end on a thank-you, and takes that back with anything else', async () => {
    const { id, post } = await aConversation(world)
    const thanks = await theyWrite(world, post, { text: 'Thanks, that fixed it' }, { reading: readAs('thanks') })
    expect(await conversation(id)).toMatchObject({
      turn: 'ours',
      proposedEnding: { messageId: thanks.messageId, places: [{ start: 0, end: 6 }] },
    })
    await theyWrite(world, post, { text: 'Oh wait' })
    expect((await conversation(id)).proposedEnding).toBeNull()
  })

  test('a bystander who says thanks proposes nothing', async () => {
    const { id, post } = await aConversation(world)
    const author = { id: 'dev', handle: '@dev' }
    await theyWrite(world, post, { author, text: 'Thanks' }, { reading: readAs('thanks') })
    expect((await conversation(id)).proposedEnding).toBeNull()
  })

  test('shows a conversation again to whoever waits for a reply, and goes to the department when the assignee has left', async () => {
    const ada = await aColleague(world)
    const { id, post } = await aConversation(world)
    const departmentId = departmentOf(world, 'service')
    await world.inside(async (tx) => {
      await assignConversation(tx, on(id), { assigneeId: ada.colleagueId, departmentId })
      await snooze(tx, { ...on(id), by: ada.colleagueId }, { untilReply: true })
      await tx.updateTable('colleague').set({ leftAt: new Date() }).where('id', '=', ada.colleagueId).execute()
    })
    await theyWrite(world, post)
    expect(await conversation(id)).toMatchObject({ assigneeId: null, departmentId })
    expect(await eventNames(id)).toContain('conversation.woken')
  })

  test('that was heard late is not the newest', async () => {
    const { id, post, messageId } = await aConversation(world)
    await theyWrite(world, post, { createdAt: new Date(Date.now() - 3_600_000) })
    expect(await conversation(id)).toMatchObject({ lastMessageId: messageId, messageCount: 2, turn: 'ours' })
  })
})

describe('our own account', () => {
  test('writes at the network: the turn is theirs', async () => {
    const { id, post } = await aConversation(world)
    await theyWrite(world, post, { ours: true, text: 'We are on it', author: { id: 'us', handle: '@acme' } })
    expect(await conversation(id)).toMatchObject({ turn: 'theirs', ourReplies: 1 })
    expect(await clock(id)).toBeUndefined()
  })

  test('is recognised when a reply of ours comes back', async () => {
    const { id, post } = await aConversation(world)
    const messageId = await reply(id)
    await world.inside((tx) =>
      tx.updateTable('message').set({ externalId: 'out-1' }).where('id', '=', messageId).execute(),
    )
    const heard = await theyWrite(world, post, {
      externalId: 'out-1',
      ours: true,
      author: { id: 'us', handle: '@acme' },
    })
    expect(heard.messageId).toBe(messageId)
    expect((await conversation(id)).messageCount).toBe(2)
  })
})

test('a reply that the network showed us before it said that it took it stands there once', async () => {
  const { id, post } = await aConversation(world)
  const messageId = await reply(id)
  const heard = await theyWrite(world, post, { externalId: 'out-2', ours: true, author: { id: 'us', handle: '@acme' } })
  expect((await conversation(id)).messageCount).toBe(3)
  const sent = {
    workspaceId: world.workspaceId,
    id: newId(),
    name: 'reply.sent' as const,
    conversationId: id,
    subjectId: messageId,
    by: null,
    at: new Date(),
    details: { messageId },
  }
  await world.inside((tx) =>
    tx.updateTable('message').set({ externalId: 'out-2' }).where('id', '=', messageId).execute(),
  )
  for (let times = 0; times < 2; times++) await world.inside((tx) => joinHeardReply.run(tx, sent))
  expect(await conversation(id)).toMatchObject({ messageCount: 2, ourReplies: 1, lastMessageId: messageId })
  expect(await placePost(world, heard.post)).toMatchObject({ messageId })
})

test('a reply that failed brings the turn back, with a clock, unless something of ours came later', async () => {
  const failed = async (id: string, messageId: string) => {
    const { workspaceId, channelId } = world
    const happened = { workspaceId, id: newId(), conversationId: id, subjectId: messageId, by: null, at: new Date() }
    await world.inside(async (tx) => {
      const delivery = { workspaceId, id: messageId, conversationId: id, channelId, key: messageId, outgoing: '{}' }
      const rest = { notBefore: new Date(), leasedUntil: null, firstTriedAt: null, settledAt: null }
      await tx
        .insertInto('delivery')
        .values({ ...delivery, ...rest, state: 'failed', externalId: null, url: null })
        .execute()
      await returnWhenReplyFailed.run(tx, { ...happened, name: 'reply.failed', details: { messageId, reason: 'gone' } })
    })
  }
  const { id } = await aConversation(world)
  const first = await reply(id)
  await reply(id)
  await failed(id, first)
  expect((await conversation(id)).turn).toBe('theirs')
  const last = await reply(id)
  await world.inside((tx) => addNote(tx, { ...on(id), by: world.owner.colleagueId }, 'Sent at last'))
  await failed(id, last)
  expect((await conversation(id)).turn).toBe('ours')
  expect(await clock(id)).toBeDefined()
})

describe('at the source', () => {
  test('an edit is noted once, and a proposed ending follows the new words', async () => {
    const { id, post } = await aConversation(world)
    const thanks = await theyWrite(world, post, { text: 'Thanks' }, { reading: readAs('thanks') })
    const edited = { ...thanks.post, version: 2 }
    const heard = { workspaceId: world.workspaceId, post: edited, matches: [], reading: readAs('still_failing') }
    await world.inside((tx) => editMessage(tx, heard))
    await world.inside((tx) => editMessage(tx, heard))
    expect((await conversation(id)).proposedEnding).toBeNull()
    expect((await eventNames(id)).filter((name) => name === 'message.edited')).toHaveLength(1)
  })

  test('a deletion is noted once and takes the proposal away', async () => {
    const { id, post } = await aConversation(world)
    const thanks = await theyWrite(world, post, { text: 'Thanks' }, { reading: readAs('thanks') })
    const { workspaceId } = world
    await world.inside((tx) => deleteMessage(tx, { workspaceId, post: thanks.post }))
    await world.inside((tx) => deleteMessage(tx, { workspaceId, post: thanks.post }))
    expect((await conversation(id)).proposedEnding).toBeNull()
    expect((await eventNames(id)).filter((name) => name === 'message.deleted_at_source')).toHaveLength(1)
  })
})

test('one account is one person, whose name follows the network', async () => {
  const author = { id: 'lin', handle: '@lin', name: 'Lin' }
  const first = await aConversation(world, { author })
  const second = await aConversation(world, { author: { ...author, name: 'Lin Chen', handle: '@lin.chen' } })
  const [one, other] = [await conversation(first.id), await conversation(second.id)]
  expect(one.personId).toBe(other.personId)
  const person = await world.inside((tx) =>
    tx.selectFrom('person').select('name').where('id', '=', one.personId).executeTakeFirstOrThrow(),
  )
  expect(person.name).toBe('Lin Chen')
})
