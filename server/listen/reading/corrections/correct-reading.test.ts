import { expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aColleague, aConversation, aPost, aWorkspace, refusalOf } from '../../../../tests/factories.ts'
import { readSummaries } from '../../../answer/inbox/read-summaries.ts'
import { listPosts } from '../../topics/list-posts.ts'
import { correctReading } from './correct-reading.ts'
import { takeBackCorrections } from './take-back-corrections.ts'
import { keepReading } from '../keep-reading.ts'

const db = await testDatabase()
const world = await aWorkspace(db)
const { owner, workspaceId } = world

async function moodOf(id: string) {
  const [summary] = await world.inside((tx) => readSummaries(tx, owner, [id]))
  return summary?.reading?.['sentiment']
}

test('a person’s word goes before the reader’s, also when the post is read again, until it is taken back', async () => {
  const { id, post } = await aConversation(world)
  const read = () =>
    world.inside((tx) =>
      keepReading(tx, workspaceId, post.id, {
        sentiment: { label: 'positive', confidence: 0.7, evidence: [], reader: 'r1' },
      }),
    )
  await read()
  expect(await moodOf(id)).toMatchObject({ label: 'positive' })
  for (const label of ['neutral', 'negative']) {
    await world.inside((tx) => correctReading(tx, owner, { postId: post.id, reader: 'sentiment', label }))
  }
  await read()
  expect(await moodOf(id)).toMatchObject({
    label: 'negative',
    correctedBy: { id: owner.colleagueId, name: owner.name },
  })
  const { items } = await world.inside((tx) => listPosts(tx, owner, { limit: 50 }))
  expect(items.find((item) => item.id === post.id)?.reading?.['sentiment']).toMatchObject({ label: 'negative' })
  await world.inside((tx) => takeBackCorrections(tx, owner, { postId: post.id, reader: 'sentiment' }))
  expect(await moodOf(id)).toMatchObject({ label: 'positive' })
  const names = await world.inside((tx) =>
    tx.selectFrom('event').select('name').where('conversationId', '=', id).where('name', 'like', 'reading.%').execute(),
  )
  expect(names).toHaveLength(3)
})

test('what no reader says, and posts one may not see, are refused', async () => {
  const { post } = await aConversation(world)
  const correct = (reader: string, label: string, who = owner, postId = post.id) =>
    refusalOf(world.inside((tx) => correctReading(tx, who, { postId, reader, label })))
  expect(await correct('sentiment', 'furious')).toMatchObject({ status: 422, field: 'label' })
  expect(await correct('constructor', 'x')).toMatchObject({ status: 422, field: 'reader' })
  const ada = await aColleague(world)
  expect(await correct('sentiment', 'negative', ada)).toMatchObject({ status: 404 })
  const unmatched = await aPost(world)
  expect(await correct('sentiment', 'negative', owner, unmatched.id)).toMatchObject({ status: 404 })
})
