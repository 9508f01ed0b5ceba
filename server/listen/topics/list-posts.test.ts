import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aPost, aTopic, aWorkspace, departmentOf, type World } from '../../../tests/factories.ts'
import type { Who } from '../../access/who.ts'
import { makePipeline } from '../../pipeline.ts'
import { followArrivals } from '../arrivals/follow-arrivals.ts'
import { correctReading } from '../reading/corrections/correct-reading.ts'
import { listPosts } from './list-posts.ts'
import { makeTopicsInUse } from './topics-in-use.ts'

const db = await testDatabase()
let world: World
let topic: string
beforeEach(async () => {
  world = await aWorkspace(db)
  topic = await aTopic(world, { query: 'acme', department: departmentOf(world, 'service') })
})

const complaint = 'The acme kettle I ordered three weeks ago arrived broken and nobody answers my mails.'
const day = 86_400_000

async function hear(...said: string[]): Promise<void> {
  const pipeline = makePipeline(makeTopicsInUse())
  for (const [number, text] of said.entries()) {
    const createdAt = new Date(Date.now() - (said.length - number) * day)
    await aPost(world, { text, createdAt, author: { id: `a${number}`, handle: `@a${number}` } })
  }
  while ((await followArrivals({ db, workspaceId: world.workspaceId, handle: pipeline })) > 0);
}

type Asked = Partial<Parameters<typeof listPosts>[2]>

function list(asked: Asked = {}, who: Who = world.owner) {
  return world.inside((tx) => listPosts(tx, who, { limit: 50, ...asked }))
}

async function texts(asked: Asked = {}): Promise<string[]> {
  return (await list(asked)).items.map((post) => post.text)
}

test('in the results of a topic a storm of copies is one line with a count that opens to all of them', async () => {
  await hear(
    'Where do I buy the acme toaster with the four slots near Hannover?',
    complaint,
    `RT @b: ${complaint}`,
    `${complaint}!!`,
  )
  const { items } = await list({ topic, copies: 'folded' })
  expect(items.map(({ text, copies }) => [text, copies?.count])).toEqual([
    [`${complaint}!!`, 3],
    [expect.stringContaining('toaster'), undefined],
  ])
  expect(await texts({ copies: items[0]!.copies!.id })).toHaveLength(3)
  expect(await texts({ topic })).toHaveLength(4)
  const ada = await aColleague(world, { departments: ['sales'] })
  expect((await list({ copies: 'folded' }, ada)).items).toEqual([])
})

test('words find the posts in which they stand one after the other, page by page, links left out', async () => {
  await hear(
    'acme parcel late',
    'late acme Parcel, again',
    'acme: the late parcel',
    'acme https://x.example/parcel/late',
    'Ärgerlich, acme! Paket ÜBERFÄLLIG',
  )
  expect(await texts({ words: 'parcel' })).toEqual([
    'acme: the late parcel',
    'late acme Parcel, again',
    'acme parcel late',
  ])
  expect(await texts({ words: 'acme parcel' })).toEqual(['late acme Parcel, again', 'acme parcel late'])
  expect(await texts({ words: 'paket überfällig' })).toHaveLength(1)
  const first = await list({ words: 'parcel', limit: 2 })
  const second = await list({ words: 'parcel', limit: 2, after: first.next! })
  expect([...first.items, ...second.items].map((post) => post.text)).toEqual(await texts({ words: 'parcel' }))
  expect(second.next).toBeNull()
})

test('posts are narrowed by department, mood and time', async () => {
  await hear('acme is fine', 'acme is a kettle', 'nobody else')
  const { items } = await list()
  const [newest, kettle] = items
  expect(newest?.text).toBe('nobody else')
  await world.inside((tx) =>
    correctReading(tx, world.owner, { postId: kettle!.id, reader: 'sentiment', label: 'negative' }),
  )
  expect(await texts({ department: departmentOf(world, 'service') })).toEqual(['acme is a kettle', 'acme is fine'])
  expect(await texts({ department: departmentOf(world, 'sales') })).toEqual([])
  expect(await texts({ sentiment: 'negative' })).toContain('acme is a kettle')
  expect(await texts({ from: kettle!.at })).toEqual(['nobody else', 'acme is a kettle'])
  expect(await texts({ to: kettle!.at })).toEqual(['acme is fine'])
})
