import { beforeAll, expect, test } from 'vitest'
import { topicChange } from '../../../contract/topics.ts'
import { foreseeRoutes } from '../../answer/routing/foresee-routes.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aChannel, aPost, aTopic } from '../../../tests/factories.ts'
import type { StoredPost, World } from '../../../tests/factories.ts'
import type { Person } from '../../../tests/office.ts'
import { openOffice } from '../../../tests/office.ts'
import { changeTopic } from '../topics/change-topic.ts'
import { readTopic } from '../topics/list-topics.ts'
import { trialRoutes } from './routes.ts'
import { topicTestRoutes } from './topic-test-routes.ts'

const db = await testDatabase()
const channelKinds = ['inbound']
const parts = { channelKinds, foreseeRoutes }
const office = openOffice(db, { routes: [...trialRoutes(parts), ...topicTestRoutes(parts)] })

let olga: Person
let world: World
let topicId: string
let film: StoredPost

beforeAll(async () => {
  olga = await office.add({ name: 'Olga', isOwner: true })
  const { workspaceId } = olga
  const inside: World['inside'] = (work) => inWorkspace(db, workspaceId, work)
  const channel = await inside((tx) => aChannel(tx, workspaceId))
  world = { db, workspaceId, owner: await olga.who(), departments: new Map(), ...channel, inside }
  film = await aPost(world, { text: 'An acme film tonight' })
  for (let n = 0; n < 12; n++) await aPost(world, { text: `My acme kettle${n} leaks` })
  for (let n = 0; n < 12; n++) await aPost(world, { text: `Rain and film again${n}` })
  topicId = await aTopic(world, { query: 'acme' })
})

function post(path: string, body: object) {
  return office.ask(olga, 'POST', `/api${path}`, { body })
}

test('a query is tried, counted exactly, and held against the version in use', async () => {
  const trial = await post('/topic-trials', { query: 'kettle*', topicId })
  expect([trial.status, trial.json.result.basis, trial.json.result.difference]).toEqual([
    200,
    'exact',
    { added: 0, removed: 1 },
  ])
  const counted = await post('/topic-trials', { query: 'kettle*', topicId, exact: true })
  expect(counted.json.result).toMatchObject({ basis: 'exact', matches: 12, looked: 25, soFar: null })
  const gone = await post('/topic-trials/differences', { query: 'kettle*', topicId, which: 'removed' })
  expect(gone.json).toMatchObject({ next: null, items: [{ postId: film.id }] })
})

test('what only asks is not kept for a repeat, though the browser names a key for it', async () => {
  const sent = { body: { query: 'acme' }, headers: { 'idempotency-key': 'once' } }
  for (const _ of ['first', 'again'])
    expect((await office.ask(olga, 'POST', '/api/topic-trials', sent)).status).toBe(200)
  const kept = await world.inside((tx) => tx.selectFrom('idempotency').select('key').execute())
  expect(kept).toEqual([])
})

test('marks, examples and exclusions go from hand to hand', async () => {
  const marked = await office.ask(olga, 'PUT', `/api/topics/${topicId}/marks/${film.id}`, { body: { right: false } })
  expect([marked.status, marked.json.precision.wrong]).toEqual([200, 1])
  const example = await post(`/topics/${topicId}/examples`, { postId: film.id, mustMatch: false })
  expect([example.status, example.json.found]).toEqual([201, true])
  const proposed = await post('/topic-exclusions', { query: 'acme', postId: film.id, topicId })
  const { query } = proposed.json.exclusions.find((one: { term: string }) => one.term === 'film')
  expect(query).toBe('acme -film')
  const checked = await post(`/topics/${topicId}/example-checks`, { query })
  expect(checked.json.items).toMatchObject([{ found: false, mustMatch: false }])
  const saved = await world.inside(async (tx) => {
    await changeTopic(tx, world.owner, { id: topicId, change: { query }, channelKinds })
    return readTopic(tx, world.owner, { id: topicId, channelKinds })
  })
  expect(saved).toMatchObject({ version: 2, examples: { count: 1, failing: 0 }, precision: null })
  const gone = await office.ask(olga, 'DELETE', `/api/topics/${topicId}/examples/${example.json.id}`)
  expect(gone.status).toBe(204)
  const unmarked = await office.ask(olga, 'DELETE', `/api/topics/${topicId}/marks/${film.id}`)
  expect([unmarked.status, unmarked.json]).toEqual([200, { precision: null }])
})

test('words that stand out are told with their counts', async () => {
  const { status, json } = await post('/topic-words', { query: 'acme', topicId })
  expect(status).toBe(200)
  expect(json).toMatchObject({ matches: 13, others: 12 })
  expect(json.words[0].word).toBe('leaks')
})

test('a quota is between a hundred and a hundred thousand a day', async () => {
  expect([99, 100, 100_000, 100_001].map((dailyQuota) => topicChange.safeParse({ dailyQuota }).success)).toEqual([
    false,
    true,
    true,
    false,
  ])
  const change = { dailyQuota: 250 }
  await world.inside((tx) => changeTopic(tx, world.owner, { id: topicId, change, channelKinds }))
  const { quota } = await world.inside((tx) => readTopic(tx, world.owner, { id: topicId, channelKinds }))
  expect(quota).toEqual({ perDay: 250, today: { found: 0, kept: 0, oneIn: 1 } })
})

test.each([
  ['a made-up place', { at: 'yesterday', id: 'x' }, 422],
  ['a place far away', { at: '9999-01-01T00:00:00Z', id: '00000000-0000-4000-8000-000000000000' }, 200],
])('an exact count that goes on from %s is refused or counts what is there', async (_, place, status) => {
  const empty = { posts: 0, looked: 0, matches: 0, added: 0, removed: 0 }
  const lists = { days: [], channels: [], departments: [], samples: [{ id: film.id, at: '2020-01-01T00:00:00Z' }] }
  const soFar = { until: new Date().toISOString(), place, ...empty, ...lists }
  const reply = await post('/topic-trials', { query: 'acme', exact: true, soFar })
  expect(reply.status).toBe(status)
})

test('nothing monstrous takes long or fails: it is a sentence or an answer', async () => {
  const queries = ['', '-acme', '('.repeat(5_000), `acme ${'OR word '.repeat(2_000)}`, '\u202E\uD800 acme', '. , ;']
  for (const query of queries) {
    const begun = performance.now()
    for (const [path, more] of [
      ['/topic-trials', {}],
      ['/topic-words', {}],
      ['/topic-exclusions', { postId: film.id }],
    ] as const) {
      const { status } = await post(path, { query: query.toWellFormed(), ...more })
      expect([query.slice(0, 20), path, status]).toEqual([query.slice(0, 20), path, 200])
    }
    expect(performance.now() - begun).toBeLessThan(5_000)
  }
})
