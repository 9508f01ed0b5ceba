import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { StoredPost, World } from '../../../tests/factories.ts'
import {
  aColleague,
  aConversation,
  aPost,
  aTopic,
  aWorkspace,
  departmentOf,
  refusalOf,
} from '../../../tests/factories.ts'
import { forgetPosts } from '../channels/forget-posts.ts'
import { changeTopic } from '../topics/change-topic.ts'
import { listTopics, readTopic } from '../topics/list-topics.ts'
import { listVersions } from '../topics/list-versions.ts'
import { addExample } from './add-example.ts'
import { listExamples, readExample } from './list-examples.ts'
import { markPost } from './mark-post.ts'
import { readPrecision } from './read-precision.ts'
import { removeExample } from './remove-example.ts'
import { unmarkPost } from './unmark-post.ts'

const db = await testDatabase()
const channelKinds = ['inbound']

type Change = Parameters<typeof changeTopic>[2]['change']

function change(world: World, id: string, wanted: Change) {
  return world.inside((tx) => changeTopic(tx, world.owner, { id, change: wanted, channelKinds }))
}
function topicOf(world: World, id: string) {
  return world.inside((tx) => readTopic(tx, world.owner, { id, channelKinds }))
}
function add(world: World, topicId: string, body: Omit<Parameters<typeof addExample>[2], 'topicId'>) {
  return world.inside((tx) => addExample(tx, world.owner, { ...body, topicId }))
}
function mark(world: World, topicId: string, postId: string, right: boolean) {
  return world.inside((tx) => markPost(tx, world.owner, { topicId, postId, right }))
}
function precisionOf(world: World, topicId: string) {
  return world.inside((tx) => readPrecision(tx, world.owner, { topicId, channelKinds }))
}

test('examples are held against the query in use, and against one that is not saved', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'acme kettle' })
  const post = await aPost(world, { text: 'The acme film festival' })
  const must = await add(world, topicId, { text: 'My Acme kettle leaks', mustMatch: true })
  await add(world, topicId, { postId: post.id, mustMatch: false })
  const listed = await world.inside((tx) => listExamples(tx, world.owner, { topicId, channelKinds }))
  expect(listed.items).toMatchObject([
    { text: 'The acme film festival', postId: post.id, mustMatch: false, found: false, madeBy: { name: 'Olga Owner' } },
    { text: 'My Acme kettle leaks', postId: null, mustMatch: true, found: true, hits: [{ start: 3 }, { start: 8 }] },
  ])
  const wide = await world.inside((tx) => listExamples(tx, world.owner, { topicId, query: 'acme', channelKinds }))
  expect(wide.items.map((one) => one.found)).toEqual([true, true])
  const broken = await world.inside((tx) => listExamples(tx, world.owner, { topicId, query: '(acme', channelKinds }))
  expect(broken).toMatchObject({ items: [], diagnostics: [{ severity: 'error' }] })
  await world.inside((tx) => removeExample(tx, world.owner, { topicId, exampleId: must }))
  const gone = world.inside((tx) => readExample(tx, world.owner, { id: must, topicId, channelKinds }))
  expect(await refusalOf(gone)).toMatchObject({ status: 404 })
})

test('a query that fails an example may be saved, and the topic says which one fails', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'acme' })
  await add(world, topicId, { text: 'acme film', mustMatch: false })
  await add(world, topicId, { text: 'acme kettle', mustMatch: true })
  const failed = [{ text: 'acme film', mustMatch: false }]
  expect((await topicOf(world, topicId)).examples).toMatchObject({ count: 2, failing: 1, failed })
  await change(world, topicId, { query: 'acme -film' })
  expect((await topicOf(world, topicId)).examples).toEqual({ count: 2, failing: 0, failed: [] })
  await aTopic(world, { query: 'other' })
  const { items } = await world.inside((tx) => listTopics(tx, world.owner, { limit: 50, channelKinds }))
  expect(new Set(items.map((one) => one.examples.count))).toEqual(new Set([0, 2]))
})

test('an example is a text or a post that is here, and goes with the post', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world)
  const post = await aPost(world, { externalId: 'gone-soon' })
  expect(await refusalOf(add(world, topicId, { mustMatch: true }))).toMatchObject({ status: 422, field: 'text' })
  const nowhere = add(world, topicId, { postId: topicId, mustMatch: true })
  expect(await refusalOf(nowhere)).toMatchObject({ status: 422, field: 'postId' })
  await add(world, topicId, { postId: post.id, mustMatch: true })
  await mark(world, topicId, post.id, true)
  const { workspaceId, channelId: id, idSpace } = world
  await world.inside((tx) => forgetPosts(tx, { workspaceId, id, idSpace }, ['gone-soon']))
  expect(await topicOf(world, topicId)).toMatchObject({ examples: { count: 0 }, precision: null })
  const left = await world.inside((tx) => tx.selectFrom('topicMark').selectAll().execute())
  expect(left).toEqual([])
})

test('marks tell how often a query is right, with how sure that is, and go back with one step', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'acme' })
  const posts: StoredPost[] = []
  for (let n = 0; n < 20; n++) posts.push(await aPost(world, { text: n < 2 ? `acme film ${n}` : `acme kettle ${n}` }))
  for (const [n, post] of posts.entries()) await mark(world, topicId, post.id, n >= 2)
  const { precision } = await topicOf(world, topicId)
  expect(precision).toMatchObject({ right: 18, wrong: 2, share: 0.9 })
  expect([precision!.low.toFixed(2), precision!.high.toFixed(2)]).toEqual(['0.70', '0.97'])
  await change(world, topicId, { query: 'acme -film' })
  expect((await topicOf(world, topicId)).precision).toMatchObject({ right: 18, wrong: 0 })
  await mark(world, topicId, posts[5]!.id, false)
  expect((await precisionOf(world, topicId)).precision).toMatchObject({ right: 17, wrong: 1 })
  const unmark = () => world.inside((tx) => unmarkPost(tx, world.owner, { topicId, postId: posts[5]!.id }))
  await unmark()
  expect((await precisionOf(world, topicId)).precision).toMatchObject({ right: 17, wrong: 0 })
  expect(await refusalOf(unmark())).toMatchObject({ status: 404 })
})

test('a wrong mark leaves the conversation as it is', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world)
  const { id, post } = await aConversation(world, {}, { topicIds: [topicId] })
  const look = () =>
    world.inside(async (tx) => ({
      conversation: await tx.selectFrom('conversation').selectAll().where('id', '=', id).execute(),
      topics: await tx.selectFrom('conversationTopic').selectAll().execute(),
      events: await tx.selectFrom('event').selectAll().where('conversationId', '=', id).execute(),
    }))
  const before = await look()
  await mark(world, topicId, post.id, false)
  expect(await look()).toEqual(before)
})

test('who may not change topics marks only what the topic found', async () => {
  const world = await aWorkspace(db)
  const department = departmentOf(world, 'service')
  const topicId = await aTopic(world, { department })
  const agent = await aColleague(world)
  const [found, other] = [await aPost(world), await aPost(world)]
  const { workspaceId } = world
  const match = { workspaceId, postId: found.id, topicId, postedAt: found.postedAt, topicVersion: 1, hits: '[]' }
  await world.inside((tx) => tx.insertInto('match').values(match).execute())
  await world.inside((tx) => markPost(tx, agent, { topicId, postId: found.id, right: true }))
  const beyond = world.inside((tx) => markPost(tx, agent, { topicId, postId: other.id, right: true }))
  expect(await refusalOf(beyond)).toMatchObject({ status: 404 })
})

test('a version keeps why it was made and what it found more and less; an old one is brought back as a new one', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'acme' })
  for (const text of ['acme kettle', 'acme film', 'acme film', 'rival kettle']) await aPost(world, { text })
  await change(world, topicId, { query: 'kettle', why: 'Films are not ours' })
  await change(world, topicId, { purpose: 'Another purpose', why: 'no other query, so no version' })
  const versions = () => world.inside((tx) => listVersions(tx, world.owner, topicId))
  const [, first] = await versions()
  await change(world, topicId, { query: first!.query, version: 2, why: 'Back to version 1' })
  expect(await versions()).toMatchObject([
    { version: 3, query: 'acme', why: 'Back to version 1', difference: { added: 2, removed: 1, exact: true } },
    { version: 2, query: 'kettle', why: 'Films are not ours', difference: { added: 1, removed: 2, exact: true } },
    { version: 1, query: 'acme', why: '', difference: null },
  ])
})
