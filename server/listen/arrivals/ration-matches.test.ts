import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aPost, aTopic, aWorkspace } from '../../../tests/factories.ts'
import type { World } from '../../../tests/factories.ts'
import { makePipeline } from '../../pipeline.ts'
import { keptOneIn } from '../topics/kept-one-in.ts'
import { readTopic } from '../topics/list-topics.ts'
import { makeTopicsInUse } from '../topics/topics-in-use.ts'
import { followArrivals } from './follow-arrivals.ts'

const db = await testDatabase()

test.each([
  [0, 1],
  [4_999, 1],
  [5_000, 10],
  [49_999, 10],
  [50_000, 100],
  [5_000_000, 10_000],
])('after %i of a quota of 5,000, one in %i is kept', (found, oneIn) => {
  expect(keptOneIn(found, 5_000)).toBe(oneIn)
})

async function drain({ workspaceId }: World, handle = makePipeline(makeTopicsInUse())) {
  while ((await followArrivals({ db, workspaceId, handle })) > 0);
}

async function aScarceTopic(world: World, dailyQuota: number) {
  const topicId = await aTopic(world, { query: 'acme' })
  await world.inside((tx) => tx.updateTable('topic').set({ dailyQuota }).where('id', '=', topicId).execute())
  return topicId
}

async function look(world: World, topicId: string) {
  return world.inside(async (tx) => ({
    topic: await readTopic(tx, world.owner, { id: topicId, channelKinds: ['inbound'] }),
    matches: await tx.selectFrom('match').select('postId').where('topicId', '=', topicId).execute(),
    conversations: await tx.selectFrom('conversation').select('id').execute(),
  }))
}

test('above its quota a topic counts everything and keeps a sample, and says so', async () => {
  const world = await aWorkspace(db)
  const topicId = await aScarceTopic(world, 10)
  for (let n = 0; n < 60; n++) await aPost(world, { text: `acme ${n}` })
  await drain(world)
  const { topic, matches, conversations } = await look(world, topicId)
  expect(topic.week.at(-1)!.matches).toBe(60)
  expect(topic.quota).toEqual({ perDay: 10, today: { found: 60, kept: matches.length, oneIn: 10 } })
  expect(matches.length).toBeGreaterThanOrEqual(10)
  expect(matches.length).toBeLessThan(40)
  expect(conversations).toHaveLength(matches.length)
})

test('what speaks to us, or goes on with a conversation, is kept whatever the quota', async () => {
  const world = await aWorkspace(db)
  const topicId = await aScarceTopic(world, 1)
  const first = await aPost(world, { text: 'acme first' })
  for (let n = 0; n < 5; n++) await aPost(world, { text: `acme again ${n}`, inReplyTo: first.externalId })
  for (let n = 0; n < 5; n++) await aPost(world, { text: `dear acme ${n}`, addressedToUs: true })
  await drain(world)
  const { topic, matches } = await look(world, topicId)
  expect(matches).toHaveLength(11)
  expect(topic.quota.today).toMatchObject({ found: 11, kept: 11 })
})

test('a process that begins anew knows what was found before, and another topic keeps its own', async () => {
  const world = await aWorkspace(db)
  const topicId = await aScarceTopic(world, 10)
  const other = await aTopic(world, { query: 'kettle' })
  for (let n = 0; n < 10; n++) await aPost(world, { text: `acme ${n}` })
  await drain(world)
  for (let n = 0; n < 50; n++) await aPost(world, { text: `acme kettle ${n}` })
  await drain(world)
  expect((await look(world, topicId)).matches.length).toBeLessThan(40)
  expect((await look(world, other)).matches).toHaveLength(50)
})
