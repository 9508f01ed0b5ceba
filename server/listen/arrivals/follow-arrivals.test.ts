import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aPost, aWorkspace, type World } from '../../../tests/factories.ts'
import { saveTrying } from './arrival-store.ts'
import { keepPosts } from '../channels/keep-posts.ts'
import { followArrivals, type Arrived, type Handle } from './follow-arrivals.ts'
import { readLag } from './arrival-store.ts'
import { retryPost } from './retry-post.ts'

const db = await testDatabase()
let world: World
beforeEach(async () => {
  world = await aWorkspace(db)
})

const follow = (handle: Handle) => followArrivals({ db, workspaceId: world.workspaceId, handle })
const textsOf = (arrived: Arrived[]) => arrived.map(({ post }) => post.text)
const shelf = () =>
  world.inside((tx) =>
    tx
      .selectFrom('shelvedPost')
      .select(['postId', 'error', 'attempts'])
      .where('workspaceId', '=', world.workspaceId)
      .execute(),
  )

test('posts of a thread are read in order, each once, and the place is kept', async () => {
  await aPost(world, { externalId: 'root', text: '0' })
  for (let number = 1; number < 8; number++) await aPost(world, { text: `${number}`, inReplyTo: 'root' })
  const seen: string[] = []
  const handle: Handle = (_tx, _workspace, arrived) => Promise.resolve(void seen.push(...textsOf(arrived)))
  expect(await follow(handle)).toBe(8)
  expect(seen).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  expect(await follow(handle)).toBe(0)
  expect(await world.inside((tx) => readLag(tx, world.workspaceId))).toBe(0)
})

test('a poison post is tried five times, then shelved with its error; the others go on, and it can be run again', async () => {
  const good = await aPost(world, { text: 'good' })
  const poison = await aPost(world, { text: 'poison' })
  const last = await aPost(world, { text: 'last' })
  let tried = 0
  const done: string[] = []
  let isCured = false
  const handle: Handle = (_tx, _workspace, arrived) => {
    const isPoisoned = !isCured && arrived.some(({ post }) => post.id === poison.id)
    if (isPoisoned) tried += 1
    if (isPoisoned) throw new Error('This post breaks the reader.')
    done.push(...arrived.map(({ post }) => post.id))
    return Promise.resolve()
  }
  await follow(handle)
  expect(tried).toBe(5)
  expect(new Set(done)).toEqual(new Set([good.id, last.id]))
  expect(await shelf()).toEqual([{ postId: poison.id, error: 'This post breaks the reader.', attempts: 5 }])

  isCured = true
  expect(await world.inside((tx) => retryPost(tx, world.workspaceId, poison.id, world.owner.colleagueId))).toBe(true)
  await follow(handle)
  expect(done).toContain(poison.id)
  expect(await shelf()).toEqual([])
})

test('a post that takes the whole program down is shelved after five starts', async () => {
  const killer = await aPost(world, { text: 'killer' })
  await aPost(world, { text: 'innocent' })
  const arrival = await world.inside((tx) =>
    tx.selectFrom('postArrival').select('place').where('postId', '=', killer.id).executeTakeFirstOrThrow(),
  )
  await world.inside((tx) => saveTrying(tx, world.workspaceId, { place: arrival.place, times: 5 }))
  const done: string[] = []
  await follow((_tx, _workspace, arrived) => Promise.resolve(void done.push(...textsOf(arrived))))
  expect(done).toEqual(['innocent'])
  expect(await shelf()).toMatchObject([
    { postId: killer.id, error: 'the whole program stopped while it read this post' },
  ])
})

test('two workers never read the same posts', async () => {
  for (let number = 0; number < 20; number++) await aPost(world, { text: `${number}` })
  const seen: string[] = []
  const handle: Handle = async (_tx, _workspace, arrived) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    seen.push(...textsOf(arrived))
  }
  await Promise.all([follow(handle), follow(handle), follow(handle)])
  expect(seen.toSorted()).toEqual(Array.from({ length: 20 }, (_, number) => `${number}`).toSorted())
})

test('a post whose transaction is still open is not jumped over by a later one', async () => {
  const kept = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const open = world.inside(async (tx) => {
    const post = { externalId: 'slow', text: 'slow', author: { id: 'a', handle: 'a' }, createdAt: new Date() }
    const channel = { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace }
    await keepPosts(tx, channel, [{ kind: 'post', post }])
    kept.resolve()
    await mayCommit.promise
  })
  await kept.promise
  const quick = aPost(world, { text: 'quick' })
  const seen: string[] = []
  const handle: Handle = (_tx, _workspace, arrived) => Promise.resolve(void seen.push(...textsOf(arrived)))
  await follow(handle)
  expect(seen).toEqual([])
  mayCommit.resolve()
  await Promise.all([open, quick])
  await follow(handle)
  expect(seen.toSorted()).toEqual(['quick', 'slow'])
})
