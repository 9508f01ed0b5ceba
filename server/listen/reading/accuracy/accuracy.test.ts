import { expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aColleague, aConversation, aWorkspace } from '../../../../tests/factories.ts'
import { correctReading } from '../corrections/correct-reading.ts'
import { listCorrections } from '../corrections/list-corrections.ts'
import { keepReading } from '../keep-reading.ts'
import { moveLine } from '../lines/move-line.ts'
import { drawSample } from './draw-sample.ts'
import { readAccuracy } from './read-accuracy.ts'

const db = await testDatabase()

async function aReadWorld(readings: readonly [label: string, confidence: number][]) {
  const world = await aWorkspace(db)
  const posts: string[] = []
  for (const [index, [label, confidence]] of readings.entries()) {
    const { post } = await aConversation(world, { text: `My acme kettle number ${index} is what it is.` })
    const sentiment = { label, confidence, evidence: [{ start: 3, end: 7 }], reader: 'sentiment@1' }
    await world.inside((tx) => keepReading(tx, world.workspaceId, post.id, { sentiment }))
    posts.push(post.id)
  }
  const say = (postId: string, label: string, sampled = false) =>
    world.inside((tx) => correctReading(tx, world.owner, { postId, reader: 'sentiment', label, sampled }))
  return { world, posts, say }
}

test('accuracy comes from what was said right and wrong, and each figure opens its list', async () => {
  const { world, posts, say } = await aReadWorld([
    ['negative', 0.9],
    ['negative', 0.8],
    ['positive', 0.7],
    ['positive', 0.4],
    ['unknown', 0.2],
  ])
  await say(posts[0]!, 'negative', true)
  await say(posts[1]!, 'neutral', true)
  await say(posts[2]!, 'negative')
  await say(posts[3]!, 'positive')
  await say(posts[4]!, 'positive')
  const accuracy = await world.inside((tx) => readAccuracy(tx, world.owner, 'sentiment'))
  expect(accuracy).toMatchObject({
    line: 0.5,
    sampled: { right: 1, wrong: 1, share: 0.5 },
    all: { right: 1, wrong: 2 },
    below: { right: 1, wrong: 0 },
    unread: 1,
  })
  expect(accuracy.sampled.low).toBeCloseTo(0.095, 2)
  expect(accuracy.sampled.high).toBeCloseTo(0.905, 2)
  expect(accuracy.confusion).toHaveLength(3)
  const list = (filter: object) =>
    world.inside(async (tx) => {
      const asked = { limit: 50, reader: 'sentiment' as const, ...filter }
      return (await listCorrections(tx, world.owner, asked)).items
    })
  for (const { was, label, count } of accuracy.confusion)
    expect(await list({ was, label, sure: 'above' })).toHaveLength(count)
  expect(await list({ sampled: 'yes', verdict: 'right', sure: 'above' })).toHaveLength(1)
  expect(await list({ verdict: 'wrong', sure: 'above' })).toHaveLength(2)
  expect(await list({ sure: 'below' })).toMatchObject([{ was: 'positive', label: 'positive', confidence: 0.4 }])
})

test('a lower line counts more readings', async () => {
  const { world, posts, say } = await aReadWorld([['positive', 0.4]])
  await say(posts[0]!, 'negative')
  await world.inside((tx) => moveLine(tx, world.owner, { reader: 'sentiment', line: 0.3 }))
  const accuracy = await world.inside((tx) => readAccuracy(tx, world.owner, 'sentiment'))
  expect(accuracy).toMatchObject({ line: expect.closeTo(0.3), all: { wrong: 1 }, below: { right: 0, wrong: 0 } })
})

test('what is drawn to be checked was read above the line, is judged by nobody yet, and stays the same', async () => {
  const { world, posts, say } = await aReadWorld([
    ['positive', 0.9],
    ['negative', 0.8],
    ['negative', 0.3],
    ['unknown', 0],
  ])
  await say(posts[0]!, 'positive', true)
  const draw = (who = world.owner) => world.inside((tx) => drawSample(tx, who, { reader: 'sentiment', seed: 7 }))
  expect((await draw()).items).toMatchObject([{ post: { id: posts[1] }, label: 'negative', confidence: 0.8 }])
  expect(await draw()).toEqual(await draw())
  const ada = await aColleague(world)
  expect((await draw(ada)).items).toEqual([])
})

test('nobody sees or counts what was said of posts that are not theirs', async () => {
  const { world, posts, say } = await aReadWorld([['positive', 0.9]])
  await say(posts[0]!, 'negative')
  const ada = await aColleague(world)
  const asAda = await world.inside((tx) => readAccuracy(tx, ada, 'sentiment'))
  expect(asAda.all).toMatchObject({ right: 0, wrong: 0, low: 0, high: 1 })
  expect((await world.inside((tx) => listCorrections(tx, ada, { limit: 50 }))).items).toEqual([])
})
