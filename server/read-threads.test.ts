import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../tests/database.ts'
import { aConversation, aWorkspace, type World } from '../tests/factories.ts'
import { makeKeyring } from './access/seal.ts'
import { readConversation } from './answer/inbox/read-conversation.ts'
import { wantThreadAgain } from './answer/threads/want-thread.ts'
import { consequences } from './consequences.ts'
import { defineConnector, SignInNeeded } from './connectors/connector.ts'
import type { Database } from './db/database.ts'
import { followEvents } from './follow-events.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { sealSettings } from './listen/channels/sealed-settings.ts'
import type { HeardPost } from './model/post.ts'
import { readDueThreads } from './read-threads.ts'

const db: Database = await testDatabase()
const keyring = makeKeyring([Buffer.alloc(32, 7)])
let world: World
let around: HeardPost[]
let trouble: Error | undefined
let asked: string[]

/** A square where people stand around; what is said there is set by each test. */
const square = defineConnector({
  name: 'inbound',
  label: 'Square',
  about: 'People talk.',
  settings: z.object({}),
  can: { listens: 'poll', replies: true, privateReplies: false, edits: false, deletions: false, threads: true },
  idSpace: () => 'square',
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check: () => Promise.resolve({ account: 'us', notes: [] }),
  readThread: (_tools, externalId) => {
    asked.push(externalId)
    return trouble ? Promise.reject(trouble) : Promise.resolve(around)
  },
})
const parts = { connectors: { inbound: square }, keyring } as unknown as ChannelParts

beforeEach(async () => {
  world = await aWorkspace(db)
  ;[around, trouble, asked] = [[], undefined, []]
  const place = { workspaceId: world.workspaceId, id: world.channelId }
  await world.inside((tx) =>
    tx
      .updateTable('channel')
      .set({ settings: sealSettings(keyring, place, { settings: {} }) })
      .where('id', '=', place.id)
      .execute(),
  )
})

const said = (externalId: string, text: string, minutesAgo: number, more: Partial<HeardPost> = {}): HeardPost => ({
  externalId,
  text,
  author: { id: `author of ${externalId}`, handle: externalId },
  createdAt: new Date(Date.now() - minutesAgo * 60_000),
  ...more,
})

const look = () => readDueThreads({ db, parts, signal: new AbortController().signal }, world.workspaceId)

/** A conversation about an answer somebody gave; what stands around it is wanted from then on. */
async function opened() {
  const { id } = await aConversation(world, said('answer', 'Is there a fix?', 5, { inReplyTo: 'root' }))
  for (let tries = 0; tries < 100; tries++) {
    await followEvents(db, world.workspaceId, consequences)
    const wanted = await world.inside((tx) => tx.selectFrom('threadReading').select('conversationId').execute())
    if (wanted.length > 0) return id
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the thread is not wanted')
}

const see = (id: string) =>
  world.inside((tx) =>
    readConversation(tx, world.owner, id, () => ({
      label: 'Square',
      isOwnPlace: false,
      replies: true,
      privateReplies: false,
      textLength: null,
      replyWindowHours: null,
    })),
  )

test('a conversation shows what was said around it, oldest first, and nobody waits for that', async () => {
  const id = await opened()
  const before = await see(id)
  around = [said('root', 'My kettle leaks.', 30), said('ours', 'We look into it.', 20, { ours: true })]
  await look()
  const after = await see(id)
  expect(after.messages.map(({ text, direction }) => [direction, text])).toEqual([
    ['in', 'My kettle leaks.'],
    ['out', 'We look into it.'],
    ['in', 'Is there a fix?'],
  ])
  expect(asked).toEqual(['answer'])
  expect(after).toMatchObject({ turn: before.turn, lastActivityAt: before.lastActivityAt, person: before.person })
  expect(after.messageCount).toBe(3)
  expect(after.thread).toMatchObject({ state: 'read' })
})

test('it is read once, also when it is wanted twice, and nothing stands there twice', async () => {
  const id = await opened()
  around = [said('root', 'My kettle leaks.', 30)]
  await look()
  expect(await look()).toBe(0)
  await world.inside((tx) => wantThreadAgain(tx, { workspaceId: world.workspaceId, conversationId: id }))
  around = [...around, said('later', 'Mine too.', 10)]
  await look()
  expect((await see(id)).messages.map(({ text }) => text)).toEqual(['My kettle leaks.', 'Mine too.', 'Is there a fix?'])
})

test('a network that says no is said so, and a person can have it tried again', async () => {
  const id = await opened()
  trouble = new SignInNeeded('The token is not accepted any more.')
  await look()
  expect((await see(id)).thread).toEqual({
    state: 'failed',
    note: 'The token is not accepted any more.',
    readAt: null,
  })
  trouble = undefined
  around = [said('root', 'My kettle leaks.', 30)]
  await world.inside((tx) => wantThreadAgain(tx, { workspaceId: world.workspaceId, conversationId: id }))
  await look()
  expect((await see(id)).messages).toHaveLength(2)
})

test('a cut line is tried again later, not at once', async () => {
  const id = await opened()
  trouble = new Error('cut')
  await look()
  expect((await see(id)).thread).toMatchObject({ state: 'wanted' })
  expect(await look()).toBe(0)
})
