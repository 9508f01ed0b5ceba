import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aPost, aWorkspace } from '../../../tests/factories.ts'
import { openOffice } from '../../../tests/office.ts'
import { keepPosts } from '../channels/keep-posts.ts'
import { workIn } from '../../db/workspace.ts'
import { keepWordCounts } from './keep-word-counts.ts'
import { topicRoutes } from './routes.ts'
import { checkQueryHere, noNames } from './topic-names.ts'
import { makeWordCounter, wordsLike } from './word-counts.ts'
import { wordRoutes } from './word-routes.ts'

/** 1,000 posts: every one has “the”, 312 “parcel”, 40 “#shipping”, 2 “parsel”. */
const counts = (() => {
  const counter = makeWordCounter()
  for (let n = 0; n < 1_000; n++) {
    const words = ['the', `w${n}`, n < 312 ? 'Parcel parcel' : '', n < 40 ? '#shipping' : '', n < 2 ? 'parsel' : '']
    counter.add({ title: null, text: words.join(' '), mediaDescriptions: n === 5 ? ['a kettle'] : [] })
  }
  return counter.counts()
})()

function check(query: string, words = counts) {
  return checkQueryHere(query, { names: { ...noNames, words }, channelKinds: [] }).diagnostics
}

describe('words that posts do not have', () => {
  test('are said, with the frequent word they are a slip of', () => {
    expect(check('late OR parcle')).toEqual([
      {
        severity: 'warning',
        code: 'never-occurs',
        line: 1,
        column: 1,
        length: 4,
        message: '“late” is in none of the last 1,000 posts.',
      },
      {
        severity: 'warning',
        code: 'never-occurs',
        line: 1,
        column: 9,
        length: 6,
        message: '“parcle” is in none of the last 1,000 posts. Did you mean “parcel” (312)?',
        repair: 'late OR parcel',
      },
    ])
  })

  test.each([
    ['parcels w1', 1, 7, 'parcel w1'],
    ['parcl w1', 1, 5, 'parcel w1'],
    ['barcel w1', 1, 6, 'parcel w1'],
    ['"w1 pracel"', 5, 6, '"w1 parcel"'],
    ['w1 NEAR/3 (pracel OR w2)', 12, 6, 'w1 NEAR/3 (parcel OR w2)'],
    ['w1 #shiping', 4, 8, 'w1 #shipping'],
    ['w1 -w2 title:pracel', 14, 6, 'w1 -w2 title:parcel'],
    ['w1 {Pracel}', 5, 6, undefined],
    ['w1 zzz*', 4, 4, undefined],
    ['w1 qqqqqqqq', 4, 8, undefined],
  ])('%s', (query, column, length, repair) => {
    const [found, ...more] = check(query)
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'never-occurs', column, length })
    expect(found?.repair).toBe(repair)
  })

  test.each(['parcel', 'par* w1', 'w1 -neverheard', 'parcel OR parcle', 'w1 kettle', 'w1 {Parcel}', '"w1 parcel"'])(
    '%s is fine',
    (query) =>
      expect(check(query.replace(/^parcel$/, 'parcel w1'))).toEqual(
        expect.not.arrayContaining([expect.objectContaining({ code: 'never-occurs' })]),
      ),
  )

  test('are not spoken of while few posts are known, and at most ten', () => {
    const few = makeWordCounter()
    for (let n = 0; n < 199; n++) few.add({ title: null, text: 'hello', mediaDescriptions: [] })
    expect(check('parcle', few.counts())).toEqual([])
    expect(check(Array.from({ length: 30 }, (_, n) => `gone${n}`).join(' OR '))).toHaveLength(10)
  })
})

test('a word that alone brings a fifth of all posts is said', () => {
  expect(check('the')).toMatchObject([{ code: 'too-common', severity: 'warning', column: 1, length: 3 }])
  expect(check('w1 OR parcel')[0]?.message).toBe(
    '“parcel” is in 312 of the last 1,000 posts (31 %): alone it brings all of these. Say what must stand beside it.',
  )
  expect(check('the w1')).toEqual([])
  expect(check('w1 (the OR w2)')).toEqual([])
})

test('words are completed, the most frequent first', () => {
  expect(wordsLike(counts, 'par', 5)).toEqual([
    { word: 'parcel', posts: 312 },
    { word: 'parsel', posts: 2 },
  ])
  expect(wordsLike(counts, '#', 5)).toEqual([{ word: '#shipping', posts: 40 }])
  expect(wordsLike(counts, 'zz', 5)).toEqual([])
  expect(wordsLike(counts, '', 1)).toEqual([{ word: 'the', posts: 1_000 }])
})

test('checking against a large vocabulary stays quick', () => {
  const counter = makeWordCounter()
  for (let n = 0; n < 20_000; n++) {
    counter.add({ title: null, text: `word${n % 30_000} seldom${n} other${n % 7_000}`, mediaDescriptions: [] })
  }
  const large = counter.counts()
  const query = Array.from({ length: 500 }, (_, n) => `woord${n}`).join(' OR ')
  const before = process.cpuUsage()
  expect(check(query, large).length).toBeGreaterThan(0)
  // Every word against every word would take minutes.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000)
})

const db = await testDatabase()

describe('the words of a workspace', () => {
  test('are counted from posts of others that are there, once, and anew when they are old', async () => {
    const world = await aWorkspace(db)
    await aPost(world, { text: 'my parcel is late' })
    const gone = await aPost(world, { text: 'a parcel that was deleted' })
    await aPost(world, { text: 'parcel of last year', createdAt: new Date(Date.now() - 60 * 86_400_000) })
    await world.inside((tx) =>
      tx.updateTable('post').set({ deletedAt: new Date() }).where('id', '=', gone.id).execute(),
    )
    let time = Date.now()
    const words = keepWordCounts(() => time)
    const work = workIn(db, world.workspaceId)
    const first = await words.of(world.workspaceId, work, 5_000)
    expect([first?.looked, first?.posts.get('parcel'), first?.posts.get('late')]).toEqual([1, 1, 1])
    await aPost(world, { text: 'another parcel' })
    expect(await words.of(world.workspaceId, work, 5_000)).toBe(first)
    time += 11 * 60_000
    expect(await words.of(world.workspaceId, work, 5_000)).toBe(first)
    await expect.poll(async () => (await words.of(world.workspaceId, work, 0))?.posts.get('parcel')).toBe(2)
  })

  test('are not waited for longer than said, and a failure is tried again', async () => {
    const words = keepWordCounts()
    expect(await words.of('slow', () => Promise.withResolvers<never>().promise, 10)).toBeUndefined()
    expect(await words.of('broken', () => Promise.reject(new Error('down')), 1_000)).toBeUndefined()
    const world = await aWorkspace(db)
    expect((await words.of('broken', workIn(db, world.workspaceId), 5_000))?.looked).toBe(0)
  })

  test('are completed and pointed at over the line, for those who may change topics', async () => {
    const world = await aWorkspace(db, 'Talkative')
    const { workspaceId, channelId: id, idSpace } = world
    const author = { id: 'mara', handle: '@mara' }
    const posts = Array.from({ length: 210 }, (_, n) => {
      const text = n < 30 ? 'my parcel is late' : `hello number${n}`
      return { kind: 'post' as const, post: { externalId: `${n}`, text, createdAt: new Date(), author } }
    })
    await world.inside((tx) => keepPosts(tx, { workspaceId, id, idSpace }, posts))
    const words = keepWordCounts()
    const office = openOffice(db, { routes: [...topicRoutes(['inbound'], words), ...wordRoutes(words)] })
    const owner = await office.add({ name: 'Olga', isOwner: true, workspace: 'Talkative' })
    const agent = await office.add({ name: 'Ada', workspace: 'Talkative', departments: ['Service'] })
    const answer = await office.ask(owner, 'GET', '/api/words?prefix=Par')
    expect([answer.status, answer.json]).toEqual([200, { items: [{ word: 'parcel', posts: 30 }], looked: 210 }])
    const checked = await office.ask(owner, 'POST', '/api/query-checks', { body: { query: 'parcle' } })
    expect(checked.json.diagnostics).toMatchObject([{ code: 'never-occurs', repair: 'parcel' }])
    expect((await office.ask(agent, 'GET', '/api/words?prefix=par')).status).toBe(403)
    expect(
      (await office.ask(agent, 'POST', '/api/query-checks', { body: { query: 'parcle' } })).json.diagnostics,
    ).toEqual([])
    expect((await office.ask(owner, 'GET', `/api/words?prefix=${'a'.repeat(61)}`)).status).toBe(422)
  })
})
