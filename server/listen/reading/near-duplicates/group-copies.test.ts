import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aPost, aTopic, aWorkspace, type StoredPost, type World } from '../../../../tests/factories.ts'
import { makePipeline } from '../../../pipeline.ts'
import { followArrivals } from '../../arrivals/follow-arrivals.ts'
import { forgetPosts } from '../../channels/forget-posts.ts'
import { keepPosts } from '../../channels/keep-posts.ts'
import { makeTopicsInUse } from '../../topics/topics-in-use.ts'
import { listPosts } from '../../topics/list-posts.ts'
import { correctReading } from '../corrections/correct-reading.ts'
import { copiesOf } from './copies-of.ts'

const db = await testDatabase()
let world: World
let pipeline: ReturnType<typeof makePipeline>
beforeEach(async () => {
  world = await aWorkspace(db)
  await aTopic(world, { query: 'acme' })
  pipeline = makePipeline(makeTopicsInUse())
})

const complaint = 'The acme kettle I ordered three weeks ago arrived broken and nobody answers my mails.'
const changed = ['RT @mara: ', 'So true: ', ''].map((prefix, at) => `${prefix}${complaint} https://link.example/${at}`)

async function hear(text: string, author = text.slice(0, 9) + Math.random()): Promise<StoredPost> {
  const post = await aPost(world, { text, author: { id: author, handle: `@${author}` } })
  await work()
  return post
}

async function work(): Promise<void> {
  while ((await followArrivals({ db, workspaceId: world.workspaceId, handle: pipeline })) > 0);
}

function copies(post: StoredPost): Promise<string[]> {
  return world.inside((tx) => copiesOf(tx, world.workspaceId, post.id))
}

function groupOf(post: StoredPost): Promise<string | null> {
  return world.inside(async (tx) => {
    const row = await tx
      .selectFrom('reading')
      .select('copiesId')
      .where('postId', '=', post.id)
      .executeTakeFirstOrThrow()
    return row.copiesId
  })
}

test('copies of a post belong to one group, and what says something else to none of them', async () => {
  const first = await hear(complaint)
  const others = [await hear(changed[0]!), await hear(changed[1]!)]
  const alone = await hear('Does anybody know whether the new acme toaster fits four slices at once?')
  expect(new Set(await copies(first))).toEqual(new Set(others.map((post) => post.id)))
  expect(await copies(others[0]!)).toContain(first.id)
  expect(await copies(alone)).toEqual([])
})

test('copies that arrive together find each other', async () => {
  const posts: StoredPost[] = []
  for (let number = 0; number < 60; number++)
    posts.push(
      await aPost(world, { text: `${complaint} ${number}`, author: { id: `a${number}`, handle: `@a${number}` } }),
    )
  await work()
  expect(await copies(posts[0]!)).toHaveLength(59)
})

test('after a restart, and after another process has read, copies still find their group', async () => {
  const first = await hear(complaint)
  const here = pipeline
  pipeline = makePipeline(makeTopicsInUse())
  const second = await hear(changed[0]!)
  const other = await hear('Acme, my parcel with the blue lamp has been in Hannover since Monday, what now?')
  pipeline = here
  const again = await hear('Acme my parcel with the blue lamp has been in Hannover since Monday, what now? 😡')
  expect(await copies(first)).toEqual([second.id])
  expect(await copies(other)).toEqual([again.id])
})

test('what says too little is a copy of nothing', async () => {
  const posts = [await hear('Thanks acme!'), await hear('Thanks acme!')]
  expect(await copies(posts[0]!)).toEqual([])
  expect(await groupOf(posts[1]!)).toBeNull()
})

test('the same batch again leaves every post in its group', async () => {
  const post = await hear(complaint)
  const [group, copy] = [await groupOf(post), await hear(changed[0]!)]
  await world.inside((tx) => tx.updateTable('jobCursor').set({ place: '0' }).where('name', '=', 'pipeline').execute())
  await work()
  expect([await groupOf(post), await groupOf(copy)]).toEqual([group, group])
})

test('a post that is changed to say something else leaves its group', async () => {
  const first = await hear(complaint)
  const copy = await hear(changed[0]!)
  const { workspaceId, channelId: id, idSpace } = world
  const post = {
    externalId: copy.externalId,
    text: 'I take it all back, acme has called me and a new kettle is on its way. Very kind people.',
    createdAt: copy.postedAt,
    editedAt: new Date(),
    author: copy.author,
  }
  await world.inside((tx) => keepPosts(tx, { workspaceId, id, idSpace }, [{ kind: 'post', post }]))
  await work()
  expect(await copies(first)).toEqual([])
  const conversation = await world.inside((tx) =>
    tx
      .selectFrom('conversation')
      .innerJoin('message', 'message.conversationId', 'conversation.id')
      .where('message.postId', '=', copy.id)
      .select('conversation.copiesId')
      .executeTakeFirstOrThrow(),
  )
  expect(conversation.copiesId).toBe(await groupOf(copy))
})

test('what was deleted at its source is in no group any more', async () => {
  const [first, copy] = [await hear(complaint), await hear(changed[0]!)]
  const { workspaceId, channelId: id, idSpace } = world
  await world.inside((tx) => forgetPosts(tx, { workspaceId, id, idSpace }, [first.externalId]))
  expect(await copies(copy)).toEqual([])
  const later = await hear(changed[1]!)
  expect(await copies(copy)).toEqual([later.id])
})

test('a correction holds for copies of the post too', async () => {
  const [first, copy] = [await hear(complaint), await hear(changed[0]!)]
  await world.inside((tx) =>
    correctReading(tx, world.owner, { postId: first.id, reader: 'sentiment', label: 'positive' }),
  )
  const later = await hear(changed[1]!)
  const { items } = await world.inside((tx) => listPosts(tx, world.owner, { limit: 50 }))
  for (const post of [first, copy, later])
    expect(items.find((item) => item.id === post.id)?.reading?.['sentiment']).toMatchObject({ label: 'positive' })
})
