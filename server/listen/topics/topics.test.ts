import { describe, expect, test } from 'vitest'
import { inWorkspace } from '../../db/workspace.ts'
import type { Who } from '../../access/who.ts'
import { rightsOfBundle } from '../../access/rights.ts'
import { Problem } from '../../access/problem.ts'
import { newId } from '../../lib/id.ts'
import { findMatches } from '../matching/find-matches.ts'
import { makeTopicsInUse } from '../topics/topics-in-use.ts'
import { testDatabase } from '../../../tests/database.ts'
import type { Tx } from '../../db/database.ts'
import { changeTopic } from './change-topic.ts'
import { createTopic } from './create-topic.ts'
import { listPosts } from './list-posts.ts'
import { listTopics, readTopic } from './list-topics.ts'
import { listVersions } from './list-versions.ts'
import { removeTopic } from './remove-topic.ts'

const db = await testDatabase()
const channelKinds = ['feed', 'inbound']

async function aWorkspace() {
  const workspaceId = newId()
  const colleagueId = newId()
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => inWorkspace(db, workspaceId, work)
  await inside(async (tx) => {
    await tx.insertInto('workspace').values({ id: workspaceId, name: 'Acme', firstRun: '{}', settings: '{}' }).execute()
    const colleague = { workspaceId, id: colleagueId, accountId: newId(), name: 'Ines', email: 'ines@acme.example' }
    await tx
      .insertInto('colleague')
      .values({ ...colleague, preferences: '{}', leftAt: null })
      .execute()
  })
  const who: Who = {
    workspaceId,
    colleagueId,
    name: 'Ines',
    isOwner: true,
    departmentIds: new Set(),
    leads: new Set(),
    rights: new Set(rightsOfBundle.owner),
    via: 'session',
  }
  return { workspaceId, who, inside }
}

const whole = {
  name: 'Delivery',
  kind: 'brand',
  query: 'parcel OR delivery',
  purpose: 'Know within the hour when parcels go missing',
  action: 'Service answers',
  on: true,
} as const

async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof Problem) return thrown
  throw new Error('It was not refused.', { cause: thrown })
}

async function keepPost(
  tx: Tx,
  workspaceId: string,
  { text, daysAgo = 0, channelId }: { text: string; daysAgo?: number; channelId: string },
) {
  const at = new Date(Date.now() - daysAgo * 86_400_000)
  const id = newId()
  const place = {
    workspaceId,
    id,
    postedAt: at,
    writtenAt: at,
    channelId,
    idSpace: 'feed:x',
    externalId: id,
    threadKey: id,
  }
  const author = JSON.stringify({ id: 'mara', handle: 'mara', name: 'Mara' })
  const rest = {
    inReplyTo: null,
    title: null,
    url: null,
    language: null,
    country: null,
    rating: null,
    editedAt: null,
    deletedAt: null,
  }
  await tx
    .insertInto('post')
    .values({ ...place, ...rest, text, author, type: 'post', visibility: 'public' })
    .execute()
  return id
}

async function aChannel(tx: Tx, workspaceId: string): Promise<string> {
  const id = newId()
  const row = { workspaceId, id, kind: 'feed', name: `Feed ${id}`, idSpace: 'feed:x', settings: Buffer.from('x') }
  const empty = {
    accountUrl: null,
    cursor: null,
    doorKeyHash: null,
    lastHeardAt: null,
    departmentId: null,
    removedAt: null,
  }
  await tx
    .insertInto('channel')
    .values({ ...row, ...empty })
    .execute()
  return id
}

describe('a topic', () => {
  test('is kept with its first version and owned by who made it', async () => {
    const { who, inside } = await aWorkspace()
    const id = await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
    const topic = await inside((tx) => readTopic(tx, who, { id, channelKinds }))
    expect(topic).toMatchObject({ name: 'Delivery', on: true, version: 1, owner: { name: 'Ines' }, warnings: [] })
    expect(topic.week).toHaveLength(7)
    expect(await inside((tx) => listVersions(tx, who, id))).toMatchObject([{ version: 1, query: whole.query }])
  })

  test('with an open bracket is refused, with the place and a repair', async () => {
    const { who, inside } = await aWorkspace()
    const body = { ...whole, query: '(parcel OR delivery' }
    const problem = await refusalOf(inside((tx) => createTopic(tx, who, { body, channelKinds })))
    expect(problem).toMatchObject({ status: 422, field: 'query' })
    expect(problem.diagnostics).toMatchObject([{ line: 1, column: 1, length: 1, repair: '(parcel OR delivery)' }])
  })

  test.each([
    ['purpose', { purpose: '' }],
    ['action', { action: '' }],
    ['query', { query: ' ' }],
  ])('without its %s is not switched on, but may wait switched off', async (field, missing) => {
    const { who, inside } = await aWorkspace()
    const problem = await refusalOf(
      inside((tx) => createTopic(tx, who, { body: { ...whole, ...missing }, channelKinds })),
    )
    expect(problem).toMatchObject({ status: 422, field })
    const body = { ...whole, ...missing, on: false }
    const id = await inside((tx) => createTopic(tx, who, { body, channelKinds }))
    expect(
      (await refusalOf(inside((tx) => changeTopic(tx, who, { id, change: { on: true }, channelKinds })))).field,
    ).toBe(field)
  })

  test('cannot take the name of another, whatever its case', async () => {
    const { who, inside } = await aWorkspace()
    await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
    const body = { ...whole, name: 'DELIVERY' }
    const problem = await refusalOf(inside((tx) => createTopic(tx, who, { body, channelKinds })))
    expect(problem).toMatchObject({ status: 409, field: 'name' })
    expect(problem.message).toContain('“Delivery”')
  })

  test('changed by two people keeps the first change and tells the second', async () => {
    const { who, inside } = await aWorkspace()
    const id = await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
    await inside((tx) => changeTopic(tx, who, { id, change: { query: 'parcel', version: 1 }, channelKinds }))
    const late = inside((tx) => changeTopic(tx, who, { id, change: { query: 'letter', version: 1 }, channelKinds }))
    expect(await refusalOf(late)).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect((await inside((tx) => listVersions(tx, who, id))).map((row) => row.query)).toEqual(['parcel', whole.query])
  })

  test('that another one looks into is neither renamed nor removed', async () => {
    const { who, inside } = await aWorkspace()
    const id = await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
    const body = { ...whole, name: 'Late', query: 'topic:Delivery late' }
    await inside((tx) => createTopic(tx, who, { body, channelKinds }))
    expect(await refusalOf(inside((tx) => removeTopic(tx, who, id)))).toMatchObject({ status: 409 })
    const circle = inside((tx) => changeTopic(tx, who, { id, change: { query: 'topic:Late' }, channelKinds }))
    expect((await refusalOf(circle)).message).toContain('circle')
  })

  test('is not there for a department that it does not belong to', async () => {
    const { who, inside, workspaceId } = await aWorkspace()
    const department = newId()
    await inside((tx) =>
      tx.insertInto('department').values({ workspaceId, id: department, kind: 'legal', name: 'Legal' }).execute(),
    )
    const id = await inside((tx) => createTopic(tx, who, { body: { ...whole, department }, channelKinds }))
    const agent: Who = {
      ...who,
      isOwner: false,
      rights: new Set(rightsOfBundle.agent),
      departmentIds: new Set([newId()]),
    }
    expect(await refusalOf(inside((tx) => readTopic(tx, agent, { id, channelKinds })))).toMatchObject({ status: 404 })
    expect((await inside((tx) => listTopics(tx, agent, { limit: 50, channelKinds }))).items).toEqual([])
  })
})

test('the list goes on where the last page ended', async () => {
  const { who, inside } = await aWorkspace()
  const names = ['delta', 'Alpha', 'charlie', 'Bravo', 'echo']
  for (const name of names) await inside((tx) => createTopic(tx, who, { body: { ...whole, name }, channelKinds }))
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await inside((tx) => listTopics(tx, who, { limit: 2, after, channelKinds }))
    seen.push(...page.items.map((topic) => topic.name))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(['Alpha', 'Bravo', 'charlie', 'delta', 'echo'])
})

test('the matcher holds what is switched on, as soon as it is', async () => {
  const { who, inside, workspaceId } = await aWorkspace()
  const topics = makeTopicsInUse()
  const find = (text: string) =>
    inside(async (tx) => {
      const { index, versions } = await topics.of(tx, workspaceId)
      const matches = await findMatches(index, { text }, () => Promise.resolve(undefined))
      return matches.map((match) => [match.topicKey, versions.get(match.topicKey)])
    })
  expect(await find('my parcel is late')).toEqual([])
  const id = await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
  expect(await find('my parcel is late')).toEqual([[id, 1]])
  await inside((tx) => changeTopic(tx, who, { id, change: { query: 'letter' }, channelKinds }))
  expect(await find('my parcel is late')).toEqual([])
  expect(await find('my letter is late')).toEqual([[id, 2]])
  await inside((tx) => removeTopic(tx, who, id))
  expect(await find('my letter is late')).toEqual([])
})

test('posts are listed with what matched, by topic and channel, page by page', async () => {
  const { who, inside, workspaceId } = await aWorkspace()
  const channelId = await inside((tx) => aChannel(tx, workspaceId))
  const topicId = await inside((tx) => createTopic(tx, who, { body: { ...whole }, channelKinds }))
  const ids = await inside(async (tx) => {
    const kept = []
    for (const daysAgo of [3, 2, 1])
      kept.push(await keepPost(tx, workspaceId, { text: 'my parcel', daysAgo, channelId }))
    await keepPost(tx, workspaceId, { text: 'no match', channelId })
    for (const postId of kept) {
      const match = { workspaceId, postId, topicId, postedAt: new Date(), topicVersion: 1 }
      await tx
        .insertInto('match')
        .values({ ...match, hits: JSON.stringify([{ part: 'text', start: 3, end: 9 }]) })
        .execute()
    }
    return kept.toReversed()
  })
  const first = await inside((tx) => listPosts(tx, who, { limit: 2, topic: topicId }))
  const second = await inside((tx) => listPosts(tx, who, { limit: 2, topic: topicId, after: first.next! }))
  expect([...first.items, ...second.items].map((post) => post.id)).toEqual(ids)
  expect(second.next).toBeNull()
  expect(first.items[0]).toMatchObject({ matches: [{ topicId, hits: [{ start: 3, end: 9 }] }] })
  expect((await inside((tx) => listPosts(tx, who, { limit: 50, channel: channelId }))).items).toHaveLength(4)
})
