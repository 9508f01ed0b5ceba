import { expect, test } from 'vitest'
import { foreseeRoutes } from '../../answer/routing/foresee-routes.ts'
import { createRule } from '../../answer/routing/create-rule.ts'
import type { Tx } from '../../db/database.ts'
import { changeTopic } from '../topics/change-topic.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aChannel, aColleague, aPost, aTopic, aWorkspace, departmentOf, refusalOf } from '../../../tests/factories.ts'
import type { World } from '../../../tests/factories.ts'
import { listDifferences } from './list-differences.ts'
import { markPost } from './mark-post.ts'
import { tryQuery } from './try-query.ts'

const db = await testDatabase()
const parts = { channelKinds: ['inbound', 'feed'], foreseeRoutes }
const signal = new AbortController().signal

async function tried(world: World, body: Partial<Parameters<typeof tryQuery>[2]['body']> & { query: string }) {
  const whole = { exact: false, unmarked: false, ...body }
  const { result, diagnostics } = await world.inside((tx: Tx) =>
    tryQuery(tx, world.owner, { ...parts, body: whole, now: new Date(), signal }),
  )
  return { result: result!, diagnostics }
}

function aPostOf(world: World, text: string, daysAgo = 0) {
  return aPost(world, { text, createdAt: new Date(Date.now() - daysAgo * 86_400_000) })
}

function difference(
  world: World,
  body: { query: string; topicId: string; which: 'added' | 'removed'; after?: string },
) {
  return world.inside((tx) =>
    listDifferences(tx, world.owner, { ...parts, body: { limit: 2, ...body }, now: new Date(), signal }),
  )
}

test('a trial counts by day and channel, shows the words that hit, and keeps nothing', async () => {
  const world = await aWorkspace(db)
  await aPostOf(world, 'Where is my parcel?', 1)
  await aPostOf(world, 'Nothing of interest', 2)
  await aPostOf(world, 'A parcel from long ago', 40)
  const { result, diagnostics } = await tried(world, { query: 'parcel' })
  expect(diagnostics).toEqual([])
  expect(result).toMatchObject({ basis: 'exact', posts: 2, looked: 2, matches: 1, difference: null, precision: null })
  expect(result).toMatchObject({ perDay: 0.5, perDayLow: 0.5, perDayHigh: 0.5, soFar: null, examples: [] })
  expect(result.channels).toMatchObject([{ id: world.channelId, matches: 1 }])
  expect(result.days).toHaveLength(30)
  expect(result.days.at(-2)!.matches).toBe(1)
  expect(result.samples).toMatchObject([
    { text: 'Where is my parcel?', hits: [{ part: 'text', start: 12, end: 18 }], right: null },
  ])
  const broken = await tried(world, { query: '(parcel' })
  expect(broken).toMatchObject({ result: null, diagnostics: [{ severity: 'error' }] })
})

test('a query by author, link or language finds what the pipeline would', async () => {
  const world = await aWorkspace(db)
  await aPost(world, { text: 'See https://rivals.example/a', author: { id: 'jo', handle: '@jo' } })
  await aPostOf(world, 'Das Paket ist heute leider wieder nicht angekommen, ich warte seit Tagen')
  for (const query of ['author:jo', 'link:rivals.example', 'lang:de', 'channel:inbound -paket', 'type:post -paket'])
    expect([query, (await tried(world, { query })).result.matches]).toEqual([query, 1])
})

test('an exact count goes on from answer to answer and ends with the same figures', async () => {
  const world = await aWorkspace(db)
  for (let n = 0; n < 12; n++) await aPostOf(world, n % 3 === 0 ? `parcel ${n}` : `letter ${n}`, n)
  const topicId = await aTopic(world, { query: 'letter' })
  const first = await tried(world, { query: 'parcel OR "letter 1"', topicId })
  const second = await tried(world, { query: 'parcel OR "letter 1"', topicId, exact: true })
  expect(second.result).toEqual(first.result)
  const until = new Date().toISOString()
  const place = { at: new Date(Date.now() - 5.5 * 86_400_000).toISOString(), id: world.workspaceId }
  const empty = { posts: 12, looked: 6, matches: 3, days: [], channels: [], departments: [], samples: [] }
  const soFar = { until, place, ...empty, added: 2, removed: 3 }
  const rest = await tried(world, { query: 'parcel OR "letter 1"', topicId, exact: true, soFar })
  expect(rest.result).toMatchObject({ basis: 'exact', looked: 12, matches: 5, difference: { added: 4, removed: 7 } })
})

test('against the version in use, what is new and what is gone can be opened page by page', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'parcel' })
  for (let n = 0; n < 3; n++) await aPostOf(world, `letter ${n}`, n)
  await aPostOf(world, 'parcel of old', 4)
  await aPostOf(world, 'parcel and letter', 5)
  const { result } = await tried(world, { query: 'letter', topicId })
  expect(result.difference).toEqual({ added: 3, removed: 1 })
  const page = await difference(world, { query: 'letter', topicId, which: 'added' })
  expect(page.items.map((one) => one.text)).toEqual(['letter 0', 'letter 1'])
  const rest = await difference(world, { query: 'letter', topicId, which: 'added', after: page.next! })
  expect(rest.items.map((one) => one.text)).toEqual(['letter 2'])
  expect(rest.next).toBeNull()
  const gone = await difference(world, { query: 'letter', topicId, which: 'removed' })
  expect(gone.items).toMatchObject([{ text: 'parcel of old', hits: [{ start: 0, end: 6 }] }])
  expect((await tried(world, { query: 'parcel', topicId })).result.difference).toEqual({ added: 0, removed: 0 })
})

test('what a department would have more a day follows the rules, and a topic in use counts only what changes', async () => {
  const world = await aWorkspace(db)
  const [service, sales] = [departmentOf(world, 'service'), departmentOf(world, 'sales')]
  const other = await world.inside((tx) => aChannel(tx, world.workspaceId, { name: 'Shop', departmentId: sales }))
  await world.inside((tx) => createRule(tx, world.owner, { words: 'price', department: sales, on: true }))
  for (const text of ['parcel late', 'parcel price', 'letter']) await aPostOf(world, text)
  await aPostOf({ ...world, ...other }, 'parcel lost')
  const load = async (body: Parameters<typeof tried>[1]) => {
    const { departments } = (await tried(world, body)).result
    return Object.fromEntries(departments.map((one) => [one.department?.name ?? '', one.extraPerDay]))
  }
  expect(await load({ query: 'parcel' })).toEqual({ '': 1, Sales: 2 })
  expect(await load({ query: 'parcel', department: service })).toEqual({ Service: 2, Sales: 1 })
  const topicId = await aTopic(world, { query: 'parcel', department: service })
  expect(await load({ query: 'parcel', topicId })).toEqual({})
  expect(await load({ query: 'letter OR price', topicId })).toEqual({ Service: -1 })
  await world.inside((tx) => changeTopic(tx, world.owner, { id: topicId, change: { on: false }, ...parts }))
  expect(await load({ query: 'letter', topicId })).toEqual({ Service: 1 })
  const unknown = tried(world, { query: 'letter', department: world.workspaceId })
  expect(await refusalOf(unknown)).toMatchObject({ status: 422, field: 'department' })
})

test('samples are the same each time, with what was said of them, or only those nobody has marked', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'parcel' })
  for (let n = 0; n < 30; n++) await aPostOf(world, `parcel ${n}`, n / 2)
  const first = (await tried(world, { query: 'parcel', topicId })).result.samples
  expect(first).toHaveLength(20)
  expect((await tried(world, { query: 'parcel -x', topicId, exact: true })).result.samples).toEqual(first)
  for (const [at, { postId }] of first.slice(0, 10).entries())
    await world.inside((tx) => markPost(tx, world.owner, { topicId, postId, right: at > 0 }))
  const { samples, precision } = (await tried(world, { query: 'parcel', topicId })).result
  expect(samples.map((one) => one.right).slice(0, 11)).toEqual([false, ...Array.from({ length: 9 }, () => true), null])
  expect(precision).toMatchObject({ right: 9, wrong: 1, share: 0.9 })
  const others = (await tried(world, { query: 'parcel', topicId, unmarked: true })).result.samples
  expect(others).toHaveLength(20)
  expect(others.filter((one) => one.right !== null)).toEqual([])
})

test('a topic of another department is not there', async () => {
  const world = await aWorkspace(db)
  const topicId = await aTopic(world, { query: 'parcel', department: departmentOf(world, 'sales') })
  const lead = await aColleague(world, { bundle: 'lead', departments: ['service'] })
  const body = { query: 'parcel', topicId, exact: false, unmarked: false }
  const asking = world.inside((tx) => tryQuery(tx, lead, { ...parts, body, now: new Date(), signal }))
  expect(await refusalOf(asking)).toMatchObject({ status: 404 })
})

test('for somebody who did not wait, nothing is looked at any longer', async () => {
  const world = await aWorkspace(db)
  await aPostOf(world, 'parcel')
  const body = { query: 'parcel', exact: true, unmarked: false }
  const asking = world.inside((tx) =>
    tryQuery(tx, world.owner, { ...parts, body, now: new Date(), signal: AbortSignal.abort() }),
  )
  expect(await refusalOf(asking)).toMatchObject({ code: 'gone_meanwhile' })
})
