import { describe, expect, test } from 'vitest'
import { conversationPage, conversationQuery, conversationView, inboxCounts } from '../../../contract/conversations.ts'
import { testDatabase } from '../../../tests/database.ts'
import {
  aColleague,
  aConversation,
  aTopic,
  aWorkspace,
  departmentOf,
  readAs,
  refusalOf,
  theyWrite,
  type World,
} from '../../../tests/factories.ts'
import type { Who } from '../../access/who.ts'
import { keepPosts } from '../../listen/channels/keep-posts.ts'
import { addNote } from '../conversations/add-note.ts'
import { assignConversation } from '../conversations/assign-conversation.ts'
import { endByCustomer } from '../conversations/end-by-customer.ts'
import { markRead } from '../conversations/mark-read.ts'
import { saveDraft } from '../conversations/save-draft.ts'
import { setAside } from '../conversations/set-aside.ts'
import { snooze } from '../conversations/snooze.ts'
import { countViews } from './count-views.ts'
import { listConversations } from './list-conversations.ts'
import type { ChannelFacts } from './read-audience.ts'
import { readConversation } from './read-conversation.ts'

const db = await testDatabase()

const facts: ChannelFacts = {
  label: 'Inbound',
  replies: true,
  privateReplies: false,
  textLength: 500,
  replyWindowHours: null,
}

async function list(world: World, who: Who, query: Record<string, unknown> = {}) {
  const page = await world.inside((tx) => listConversations(tx, who, conversationQuery.parse(query)))
  return conversationPage.parse(page)
}
async function idsOf(world: World, who: Who, query: Record<string, unknown> = {}): Promise<string[]> {
  return (await list(world, who, query)).items.map((item) => item.id)
}
async function read(world: World, who: Who, id: string) {
  return conversationView.parse(await world.inside((tx) => readConversation(tx, who, id, () => facts)))
}
const on = (world: World, conversationId: string, who: Who = world.owner) => ({
  workspaceId: world.workspaceId,
  conversationId,
  by: who.colleagueId,
})
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe('a list', () => {
  test('shows the newest activity first, page by page, each conversation once', async () => {
    const world = await aWorkspace(db)
    const made: string[] = []
    for (const minutes of [50, 40, 40, 30, 20]) {
      made.unshift((await aConversation(world, { createdAt: minutesAgo(minutes) })).id)
    }
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(world, world.owner, {
        limit: 2,
        ...(after ? { after } : {}),
      })
      seen.push(...page.items.map((item) => item.id))
      after = page.next
    } while (after)
    expect(new Set(seen)).toEqual(new Set(made))
    expect(seen).toHaveLength(5)
    expect([seen[0], seen[4]]).toEqual([made[0], made[4]])
  })

  test('by the clock shows what runs out first, and what has none last', async () => {
    const world = await aWorkspace(db)
    const service = departmentOf(world, 'service')
    const slow = await aConversation(world)
    const soon = await aConversation(world)
    const { id: aside } = await aConversation(world)
    await world.inside(async (tx) => {
      await tx.updateTable('department').set({ firstReplyMinutes: 5 }).where('id', '=', service).execute()
      await assignConversation(tx, on(world, soon.id), { departmentId: service })
      await setAside(tx, on(world, aside), { reason: 'spam' })
    })
    expect(await idsOf(world, world.owner, { sort: 'clock' })).toEqual([soon.id, slow.id, aside])
    const first = await list(world, world.owner, { sort: 'clock', limit: 1 })
    expect(await idsOf(world, world.owner, { sort: 'clock', after: first.next })).toEqual([slow.id, aside])
  })

  test('refuses a page that it never gave', async () => {
    const world = await aWorkspace(db)
    expect(await refusalOf(list(world, world.owner, { after: 'x' }))).toMatchObject({ status: 422, field: 'after' })
  })

  test('carries what one row needs', async () => {
    const world = await aWorkspace(db)
    const topicId = await aTopic(world, { name: 'Kettles' })
    const { id, post } = await aConversation(world, { text: 'It leaks' }, { topicIds: [topicId] })
    const thanks = await theyWrite(world, post, { text: 'Thanks, all good' }, { reading: readAs('thanks') })
    await world.inside((tx) => saveDraft(tx, on(world, id), { mode: 'reply', text: 'You are wel' }))
    const [item] = (await list(world, world.owner)).items
    expect(item).toMatchObject({
      turn: 'ours',
      person: { name: 'Mara Lindqvist', handle: '@mara' },
      channel: { kind: 'inbound' },
      topics: [{ id: topicId, name: 'Kettles' }],
      department: null,
      assignee: null,
      lastMessage: { text: 'Thanks, all good', direction: 'in', by: 'Mara Lindqvist', deleted: false },
      messageCount: 2,
      unread: true,
      hasDraft: true,
      proposedEnding: { messageId: thanks.messageId, words: 'Thanks' },
      clock: { kind: 'first_reply' },
      may: { reply: true },
    })
  })
})

describe('views and filters', () => {
  test('every conversation stands in its views, and the counts agree', async () => {
    const world = await aWorkspace(db)
    const service = departmentOf(world, 'service')
    const ada = await aColleague(world)
    const made: Record<string, string> = {}
    for (const name of ['mine', 'team', 'unrouted', 'snoozed', 'ended', 'set_aside']) {
      const { id, messageId } = await aConversation(world)
      made[name] = id
      await world.inside(async (tx) => {
        if (name !== 'unrouted') await assignConversation(tx, on(world, id), { departmentId: service })
        if (name === 'mine') await assignConversation(tx, on(world, id), { assigneeId: ada.colleagueId })
        if (name === 'snoozed') await snooze(tx, on(world, id, ada), { untilReply: true })
        if (name === 'ended') await endByCustomer(tx, on(world, id), { messageId })
        if (name === 'set_aside') await setAside(tx, on(world, id), { reason: 'not_ours' })
      })
    }
    for (const view of ['mine', 'team', 'snoozed', 'ended', 'set_aside']) {
      expect(await idsOf(world, ada, { view }), view).toEqual([made[view]])
    }
    expect(await idsOf(world, world.owner, { view: 'unrouted' })).toEqual([made['unrouted']])
    const counts = inboxCounts.parse(await world.inside((tx) => countViews(tx, ada)))
    expect(counts).toEqual({
      mine: 1,
      team: 1,
      unrouted: 0,
      theirs: 0,
      resting: 0,
      snoozed: 1,
      ended: 1,
      set_aside: 1,
      all: 5,
    })
    expect(await idsOf(world, world.owner, { reason: 'not_ours' })).toEqual([made['set_aside']])
    expect(await idsOf(world, world.owner, { assignee: ada.colleagueId })).toEqual([made['mine']])
    expect(await idsOf(world, ada, { assignee: 'me' })).toEqual([made['mine']])
    expect(await idsOf(world, world.owner, { department: service, turn: 'ended' })).toEqual([made['ended']])
  })

  test('topic, channel, person and mood', async () => {
    const world = await aWorkspace(db)
    const topicId = await aTopic(world)
    const reading = { sentiment: { label: 'negative', confidence: 0.8 } }
    const angry = await aConversation(world, {}, { topicIds: [topicId] })
    const other = await aConversation(world, { author: { id: 'dev', handle: '@dev' } })
    await world.inside((tx) =>
      tx
        .insertInto('reading')
        .values({ workspaceId: world.workspaceId, postId: angry.post.id, readings: JSON.stringify(reading) })
        .execute(),
    )
    expect(await idsOf(world, world.owner, { topic: topicId })).toEqual([angry.id])
    expect(await idsOf(world, world.owner, { sentiment: 'negative' })).toEqual([angry.id])
    expect(await idsOf(world, world.owner, { sentiment: 'unknown' })).toEqual([other.id])
    expect((await idsOf(world, world.owner, { channel: world.channelId })).length).toBe(2)
    const { person } = await read(world, world.owner, other.id)
    expect(await idsOf(world, world.owner, { person: person.id })).toEqual([other.id])
  })
})

describe('who may see it', () => {
  test('an agent sees their departments and what is theirs, nothing else, and it looks like nothing', async () => {
    const world = await aWorkspace(db)
    const ada = await aColleague(world)
    const legal = await aConversation(world)
    await world.inside((tx) =>
      assignConversation(tx, on(world, legal.id), { departmentId: departmentOf(world, 'legal') }),
    )
    const unrouted = await aConversation(world)
    expect(await idsOf(world, ada)).toEqual([])
    for (const { id } of [legal, unrouted]) expect((await refusalOf(read(world, ada, id))).status).toBe(404)
    const lead = await aColleague(world, { bundle: 'lead' })
    expect(await idsOf(world, lead, { view: 'unrouted' })).toEqual([unrouted.id])
  })

  test('another workspace sees nothing', async () => {
    const world = await aWorkspace(db)
    const other = await aWorkspace(db)
    const { id } = await aConversation(world)
    expect(await idsOf(other, other.owner)).toEqual([])
    expect((await refusalOf(read(other, other.owner, id))).status).toBe(404)
    expect((await refusalOf(read(world, world.owner, 'no-id'))).status).toBe(404)
  })
})

describe('one conversation', () => {
  test('holds messages, matches, history with names, reasons, and who reads an answer', async () => {
    const world = await aWorkspace(db)
    const ada = await aColleague(world, { name: 'Ada' })
    const { id, post } = await aConversation(world, { text: 'It leaks', url: 'https://example.social/1' })
    const service = departmentOf(world, 'service')
    await world.inside(async (tx) => {
      await addNote(tx, on(world, id, ada), 'Second time this week')
      await assignConversation(tx, on(world, id), {
        assigneeId: ada.colleagueId,
        departmentId: service,
        reason: 'Yours',
      })
    })
    const view = await read(world, ada, id)
    expect(view.messages.map(({ direction, text }) => [direction, text])).toEqual([
      ['in', 'It leaks'],
      ['note', 'Second time this week'],
    ])
    expect(view.messages[0]).toMatchObject({ url: post.url, author: { handle: '@mara' }, postId: post.id })
    expect(view.messages[1]?.author).toMatchObject({ id: ada.colleagueId, name: 'Ada' })
    expect(view.history.map((row) => row.name)).toEqual([
      'conversation.opened',
      'message.received',
      'note.added',
      'conversation.assigned',
    ])
    expect(view.history.at(-1)).toMatchObject({
      by: { id: world.owner.colleagueId },
      details: { assignee: { name: 'Ada' }, department: { name: 'Service' }, reason: 'Yours' },
    })
    expect(view.audience).toMatchObject({ canReply: true, to: '@mara', textLength: 500, kind: 'public' })
    expect(view.earlierMessages).toBe(0)
  })

  test('that was ended shows the evidence', async () => {
    const world = await aWorkspace(db)
    const { id } = await aConversation(world)
    const at = minutesAgo(5).toISOString()
    await world.inside((tx) => endByCustomer(tx, on(world, id), { statedBy: 'Mara', words: 'It is fixed', at }))
    const view = await read(world, world.owner, id)
    expect(view.ending).toMatchObject({ messageId: null, stated: { by: 'Mara', words: 'It is fixed', at } })
    expect(view.clock).toBeUndefined()
  })

  test('shows an edit with what stood there before, and nothing of what was deleted', async () => {
    const world = await aWorkspace(db)
    const { id, post } = await aConversation(world, { text: 'It leeks' })
    const channel = { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace }
    const { externalId, author, postedAt: createdAt } = post
    const again = { externalId, author, createdAt, text: 'It leaks' }
    await world.inside((tx) => keepPosts(tx, channel, [{ kind: 'post', post: again }]))
    const edited = await read(world, world.owner, id)
    expect(edited.messages[0]).toMatchObject({ text: 'It leaks', versions: [{ text: 'It leeks' }] })
    await world.inside((tx) => keepPosts(tx, channel, [{ kind: 'deleted', externalId }]))
    const deleted = await read(world, world.owner, id)
    expect(deleted.messages[0]).toMatchObject({ text: '', versions: [] })
    expect(deleted.messages[0]?.deletedAt).not.toBeNull()
    expect(deleted.audience.canReply).toBe(false)
    expect((await list(world, world.owner)).items[0]?.lastMessage).toMatchObject({ text: '', deleted: true })
  })
})

test('read is for oneself, until they write again', async () => {
  const world = await aWorkspace(db)
  const { id, post } = await aConversation(world)
  await world.inside((tx) => markRead(tx, on(world, id), true))
  expect((await read(world, world.owner, id)).unread).toBe(false)
  await theyWrite(world, post)
  expect((await read(world, world.owner, id)).unread).toBe(true)
})
