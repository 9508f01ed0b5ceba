import { openWorkspace, joinWorkspace } from '../server/access/open-workspace.ts'
import { Problem } from '../server/access/problem.ts'
import { whoIs } from '../server/access/who-is.ts'
import type { Who } from '../server/access/who.ts'
import { openOrContinue } from '../server/answer/conversations/open-or-continue.ts'
import type { Database, Tx } from '../server/db/database.ts'
import type { PostTable } from '../server/db/listening-tables.ts'
import type { StoredReading } from '../server/db/reading-tables.ts'
import { inWorkspace } from '../server/db/workspace.ts'
import { newId } from '../server/lib/id.ts'
import { keepPosts } from '../server/listen/channels/keep-posts.ts'
import { createTopic } from '../server/listen/topics/create-topic.ts'
import type { Bundle } from '../server/model/grant.ts'
import type { HeardPost } from '../server/model/post.ts'
import type { Selectable } from 'kysely'

/** A workspace to test in: its owner, its departments by kind, one channel, and a transaction of its own for each piece of work. */
export interface World {
  db: Database
  workspaceId: string
  owner: Who
  departments: Map<string, string>
  channelId: string
  idSpace: string
  inside: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
}

/** A workspace with its owner, the usual departments and one channel that hears and answers. */
export async function aWorkspace(db: Database, name = 'Acme'): Promise<World> {
  const workspaceId = await db.kysely.transaction().execute((tx) => openWorkspace(tx, name))
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => inWorkspace(db, workspaceId, work)
  const owner = await inside((tx) => joinAs(tx, workspaceId, { name: 'Olga Owner', bundle: 'owner' }))
  const rows = await inside((tx) => tx.selectFrom('department').select(['kind', 'id']).execute())
  const departments = new Map(rows.map((row) => [row.kind, row.id]))
  const { channelId, idSpace } = await inside((tx) => aChannel(tx, workspaceId))
  return { db, workspaceId, owner, departments, channelId, idSpace, inside }
}

/** The id of a department of the world by its kind. */
export function departmentOf(world: World, kind: string): string {
  const id = world.departments.get(kind)
  if (!id) throw new Error(`The test world has no department ${kind}.`)
  return id
}

/** Somebody of ours: an agent of Service unless said otherwise. */
export function aColleague(
  world: World,
  { name = 'Ada Agent', bundle = 'agent', departments = ['service'] }: ColleagueWish = {},
): Promise<Who> {
  const departmentIds = departments.map((kind) => departmentOf(world, kind))
  return world.inside((tx) => joinAs(tx, world.workspaceId, { name, bundle, departmentIds }))
}
interface ColleagueWish {
  name?: string
  bundle?: Bundle
  departments?: string[]
}

async function joinAs(
  tx: Tx,
  workspaceId: string,
  { name, bundle, departmentIds = [] }: { name: string; bundle: Bundle; departmentIds?: string[] },
): Promise<Who> {
  const accountId = newId()
  const email = `${accountId}@acme.example`
  const id = await joinWorkspace(tx, workspaceId, { accountId, name, email, bundle, departmentIds, givenBy: null })
  const who = await whoIs(tx, { workspaceId, colleagueId: id, via: 'session' })
  if (!who) throw new Error('The colleague that was just made is not here.')
  return who
}

/** A channel row without a network behind it. */
export async function aChannel(
  tx: Tx,
  workspaceId: string,
  { kind = 'inbound', name = 'Inbound', departmentId = null }: Partial<ChannelWish> = {},
): Promise<{ channelId: string; idSpace: string }> {
  const id = newId()
  const idSpace = `${kind}:${id}`
  await tx
    .insertInto('channel')
    .values({
      workspaceId,
      id,
      kind,
      name,
      idSpace,
      departmentId,
      settings: Buffer.from('sealed'),
      accountUrl: null,
      cursor: null,
      doorKeyHash: null,
      lastHeardAt: null,
      removedAt: null,
    })
    .execute()
  return { channelId: id, idSpace }
}
interface ChannelWish {
  kind: string
  name: string
  departmentId: string | null
}

/** A topic that is switched on. */
export function aTopic(
  world: World,
  { name = `Topic ${newId().slice(-6)}`, query = 'acme', department = null }: TopicWish = {},
): Promise<string> {
  const body = {
    name,
    kind: 'brand' as const,
    query,
    on: true,
    purpose: 'Hear what people say of us',
    action: 'Service answers',
    department,
  }
  return world.inside((tx) => createTopic(tx, world.owner, { body, channelKinds: ['inbound'] }))
}
interface TopicWish {
  name?: string
  query?: string
  department?: string | null
}

export type StoredPost = Selectable<PostTable>

/** A post that was heard and kept. */
export async function aPost(world: World, wish: Partial<HeardPost> = {}): Promise<StoredPost> {
  const post: HeardPost = {
    externalId: newId(),
    text: 'My acme kettle leaks.',
    createdAt: new Date(),
    author: { id: 'mara', handle: '@mara', name: 'Mara Lindqvist' },
    ...wish,
  }
  const { workspaceId, channelId, idSpace } = world
  return world.inside(async (tx) => {
    await keepPosts(tx, { workspaceId, id: channelId, idSpace }, [{ kind: 'post', post }])
    return findPost(tx, workspaceId, post.externalId)
  })
}

export function findPost(tx: Tx, workspaceId: string, externalId: string): Promise<StoredPost> {
  return tx
    .selectFrom('post')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('externalId', '=', externalId)
    .executeTakeFirstOrThrow()
}

/** What the pipeline found out about a post, besides its words. */
export interface Found {
  topicIds?: string[]
  reading?: Record<string, StoredReading>
}

/** Lets a post open or continue a conversation, as the pipeline does. */
export function placePost(world: World, post: StoredPost, { topicIds = [], reading = {} }: Found = {}) {
  const matches = topicIds.map((topicId) => ({ topicId, topicVersion: 1, hits: [] }))
  return world.inside((tx) => openOrContinue(tx, { workspaceId: world.workspaceId, post, matches, reading }))
}

/** A conversation that somebody opened by speaking to us; returns its id, its first message and the thread's post. */
export async function aConversation(world: World, wish: Partial<HeardPost> = {}, found: Found = {}) {
  const post = await aPost(world, { addressedToUs: true, ...wish })
  const placed = await placePost(world, post, found)
  if (!placed) throw new Error('The post opened no conversation.')
  return { id: placed.conversationId, messageId: placed.messageId, post }
}

/** The customer writes again in the thread of this post. */
export async function theyWrite(world: World, thread: StoredPost, wish: Partial<HeardPost> = {}, found: Found = {}) {
  const post = await aPost(world, { inReplyTo: thread.externalId, ...wish })
  const placed = await placePost(world, post, found)
  if (!placed) throw new Error('The post belongs to no conversation.')
  return { messageId: placed.messageId, post }
}

/** What the reader of endings says of a thank-you, or of a complaint that goes on. */
export function readAs(label: 'thanks' | 'still_failing', start = 0, end = 6): Record<string, StoredReading> {
  return { closing: { label, confidence: 0.9, evidence: [{ start, end }] } }
}

/** The refusal that a piece of work ends with. */
export async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof Problem) return thrown
  throw new Error('It was not refused.', { cause: thrown })
}
