import { expect, test } from 'vitest'
import { shelvedPostPage } from '../../../contract/topics.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aPost, aWorkspace } from '../../../tests/factories.ts'
import { dropPost } from './drop-post.ts'
import { listShelvedPosts } from './list-shelved-posts.ts'
import { retryPost } from './retry-post.ts'
import { shelvePost } from './shelve-post.ts'

const db = await testDatabase()

test('a shelved post is seen with what went wrong; it can be run again or left, once', async () => {
  const world = await aWorkspace(db)
  const { workspaceId, owner } = world
  const posts = [await aPost(world, { text: 'one' }), await aPost(world, { text: 'two' }), await aPost(world)]
  for (const post of posts) {
    const shelved = { postId: post.id, postedAt: post.postedAt }
    await world.inside((tx) => shelvePost(tx, workspaceId, shelved, { error: new Error('a query loops'), attempts: 5 }))
  }
  const list = async (after?: string) =>
    shelvedPostPage.parse(await world.inside((tx) => listShelvedPosts(tx, workspaceId, { limit: 2, after })))
  const first = await list()
  expect(first.items[1]).toMatchObject({ text: 'two', author: 'Mara Lindqvist', error: 'a query loops', attempts: 5 })
  expect((await list(first.next!)).items.map((item) => item.text)).toEqual(['one'])

  const by = owner.colleagueId
  expect(await world.inside((tx) => dropPost(tx, workspaceId, posts[0]!.id, by))).toBe(true)
  expect(await world.inside((tx) => dropPost(tx, workspaceId, posts[0]!.id, by))).toBe(false)
  expect(await world.inside((tx) => retryPost(tx, workspaceId, posts[1]!.id, by))).toBe(true)
  expect((await list()).items.map((item) => item.id)).toEqual([posts[2]!.id])
  const arrivals = await world.inside((tx) =>
    tx.selectFrom('postArrival').select('place').where('postId', '=', posts[1]!.id).execute(),
  )
  expect(arrivals).toHaveLength(2)
})
