import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aPost, aTopic, aWorkspace, departmentOf, refusalOf, type World } from '../../../tests/factories.ts'
import type { Who } from '../../access/who.ts'
import { followArrivals } from '../../listen/arrivals/follow-arrivals.ts'
import { findOwnWords } from '../../listen/topics/find-own-words.ts'
import { listPosts } from '../../listen/topics/list-posts.ts'
import { makeTopicsInUse } from '../../listen/topics/topics-in-use.ts'
import { makePipeline } from '../../pipeline.ts'
import { compareWords } from './compare-words.ts'

const db = await testDatabase()
const world = await aWorkspace(db)
const brand = await aTopic(world, { name: 'Us', query: 'acme', department: departmentOf(world, 'service') })
const locker = await aTopic(world, { name: 'Lockers', query: 'locker' })

/** Words of no language, others in each post: nobody takes the posts for copies of each other. */
function aside(post: number): string {
  const letters = Array.from({ length: 7 }, (_, at) => Math.imul(post * 7 + at + 1, 0x9e3779b1) >>> 0)
  return letters.map((letter) => letter.toString(36).replaceAll(/\d/g, 'q')).join(' ')
}
const complaints = Array.from({ length: 10 }, (_, post) => [
  `acme parcel locker full again ${aside(post)} https://x.example/full`,
  `Packstation von acme voll, Paket weg, locker zu: ${aside(post + 10)}`,
]).flat()
const praise = Array.from({ length: 10 }, (_, post) => [
  `${aside(post + 20)} thanks acme, friendly courier`,
  `${aside(post + 30)} danke acme, netter Bote`,
]).flat()
const storm = Array.from(
  { length: 12 },
  (_, at) => `RT @bot${at}: Win a shiny scooter from acme, click here now and tell all your friends! #${at}`,
)

await hear(world, [...complaints, ...praise, ...storm])

async function hear({ workspaceId }: World, texts: readonly string[]): Promise<void> {
  for (const [number, text] of texts.entries())
    await aPost(world, { text, author: { id: `a${number}`, handle: `@a${number}` } })
  const pipeline = makePipeline(makeTopicsInUse())
  while ((await followArrivals({ db, workspaceId, handle: pipeline })) > 0);
}

function compare(here: { topic?: string }, there: { topic?: string } | null = null, who: Who = world.owner) {
  return world.inside((tx) => compareWords(tx, who, { here, there, findOwnWords }))
}

test('two sets tell what stands out in each, in every language, without our own names and without links', async () => {
  const { words, phrases, here, there } = await compare({ topic: locker })
  const told = words.here.map(({ word }) => word)
  expect(told).toEqual(expect.arrayContaining(['packstation', 'full', 'voll', 'paket']))
  expect(told).not.toContain('acme')
  expect(told).not.toContain('locker')
  expect(told).not.toContain('https')
  expect(words.there.map(({ word }) => word)).toEqual(expect.arrayContaining(['danke', 'bote', 'courier']))
  expect(phrases.here.map(({ word }) => word)).toContain('full again')
  expect(phrases.there.map(({ word }) => word)).toContain('friendly courier')
  expect(here).toEqual({ posts: 20, isAll: true })
  expect(there.posts).toBe(21)
})

test('a storm of copies counts as one post', async () => {
  const { words } = await compare({ topic: brand }, { topic: locker })
  expect(words.here.find(({ word }) => word === 'scooter')).toBeUndefined()
})

test('the number beside a word is that of the posts it opens', async () => {
  const { words, phrases } = await compare({ topic: locker })
  for (const { word, here } of [...words.here.slice(0, 8), ...phrases.here]) {
    const page = await world.inside((tx) =>
      listPosts(tx, world.owner, { limit: 50, topic: locker, words: word, copies: 'folded' }),
    )
    expect([word, page.items.length]).toEqual([word, here])
  }
})

test('nobody is told words of posts they may not see', async () => {
  const ada = await aColleague(world, { departments: ['sales'] })
  const refused = await refusalOf(compare({ topic: brand }, null, ada))
  expect(refused.status).toBe(404)
  // The lockers are everybody's.
  expect(await compare({}, null, ada)).toMatchObject({ here: { posts: 20 }, there: { posts: 0 } })
})

test('nothing to compare with says so', async () => {
  const { here, there, words } = await compare({}, null)
  expect([here.posts, there.posts, words.here, words.there]).toEqual([41, 0, [], []])
})
