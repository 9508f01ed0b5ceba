import { beforeAll, describe, expect, test } from 'vitest'
import { aColleague, aTopic, aWorkspace, refusalOf, type World } from '../../../tests/factories.ts'
import { testDatabase } from '../../../tests/database.ts'
import { openOffice } from '../../../tests/office.ts'
import { listRoutes } from './routes.ts'
import { keepWordCounts } from '../topics/keep-word-counts.ts'
import { topicRoutes } from '../topics/routes.ts'
import { changeTopic } from '../topics/change-topic.ts'
import { findMatches } from '../matching/find-matches.ts'
import { checkQueryHere, readNames } from '../topics/topic-names.ts'
import { makeTopicsInUse } from '../topics/topics-in-use.ts'
import { changeList } from './change-list.ts'
import { createList } from './create-list.ts'
import { readList, readLists } from './read-lists.ts'
import { removeList } from './remove-list.ts'

const db = await testDatabase()
let world: World

beforeAll(async () => {
  world = await aWorkspace(db)
})

type Wish = Partial<Parameters<typeof createList>[2]>

function aList({ name = 'rivals', kind = 'words', entries = ['Bolt'] }: Wish = {}, at = world): Promise<string> {
  return at.inside((tx) => createList(tx, at.owner, { name, kind, entries }))
}

function change(id: string, wanted: Parameters<typeof changeList>[2]['change'], at = world): Promise<void> {
  return at.inside((tx) => changeList(tx, at.owner, { id, change: wanted }))
}

async function check(query: string, at = world) {
  return checkQueryHere(query, { names: await at.inside(readNames), channelKinds: ['inbound'] })
}

describe('entries', () => {
  test('are kept as typed, without empty lines and what stands there twice', async () => {
    const id = await aList({
      name: 'kept',
      entries: ['Bolt', '', '  new shoes ', 'bolt', '{ACME Inc}', 'complain*', '#x'],
    })
    const list = await world.inside((tx) => readList(tx, world.owner, id))
    expect(list.entries).toEqual(['Bolt', 'new shoes', '{ACME Inc}', 'complain*', '#x'])
    expect(list).toMatchObject({ name: 'kept', kind: 'words', count: 5, version: 1, usedBy: [], may: { change: true } })
  })

  test.each([
    ['words', 'acme OR bolt', 'is a query'],
    ['words', 'author:@acme', 'is a query'],
    ['words', 'a*', 'At least 2 letters'],
    ['words', '!!!', 'no letter'],
    ['words', '{}', 'no word between these braces'],
    ['words', 'Got milk?', 'exactly one character'],
    ['authors', 'Acme Support', 'no name of an author'],
    ['sites', 'https://example.com/blog', 'takes a domain'],
    ['sites', 'example com', 'no site'],
  ] as const)('of a list of %s: %s is refused with its line', async (kind, entry, said) => {
    const problem = await refusalOf(
      aList({ name: 'bad', kind, entries: kind === 'sites' ? ['a.com', '', entry] : ['ok', '', entry] }),
    )
    expect(problem).toMatchObject({ status: 422, field: 'entries', code: 'entries_refused' })
    expect(problem.message).toContain(`Line 3, “${entry}”`)
    expect(problem.message).toContain(said)
    expect(problem.diagnostics).toMatchObject([{ code: 'list-entry', line: 3, column: 1, length: entry.length }])
  })

  test('must not all be missing', async () => {
    expect(await refusalOf(aList({ name: 'none', entries: ['', ' '] }))).toMatchObject({
      status: 422,
      field: 'entries',
    })
  })

  test('five thousand of them are taken soon', async () => {
    const entries = Array.from({ length: 5_000 }, (_, index) => `rival number ${index}`)
    const started = performance.now()
    const id = await aList({ name: 'many', entries })
    expect((await world.inside((tx) => readList(tx, world.owner, id))).count).toBe(5_000)
    expect((await check('list:many late')).ok).toBe(true)
    expect(performance.now() - started).toBeLessThan(1_500)
    const query = Array.from({ length: 11 }, () => 'list:many').join(' OR ')
    expect((await check(query)).diagnostics.map(({ code }) => code)).toContain('too-much')
    await world.inside((tx) => removeList(tx, world.owner, id))
  })
})

describe('a list in queries', () => {
  test('stands for one of its entries, whatever the case of its name, beside NEAR and in titles too', async () => {
    const own = await aWorkspace(db)
    await aList({ name: 'Rivals', entries: ['bolt', 'new shoes'] }, own)
    await aList({ name: 'press', kind: 'authors', entries: ['@daily'] }, own)
    const index = makeTopicsInUse()
    await aTopic(own, { name: 'words', query: 'list:rivals late' })
    await aTopic(own, { name: 'near', query: 'list:Rivals NEAR/2 cheap' })
    await aTopic(own, { name: 'title', query: 'title:list:rivals' })
    await aTopic(own, { name: 'press', query: 'list:press -list:rivals' })
    const names = new Map((await own.inside(readTopicNames)).map((row) => [row.id, row.name]))
    const find = (text: string, more: { title?: string; author?: { handle: string } } = {}) =>
      own.inside(async (tx) => {
        const held = await index.of(tx, own.workspaceId)
        const found = await findMatches(held.index, { text, ...more }, () => Promise.resolve(undefined))
        return found.map((match) => names.get(match.topicKey))
      })
    expect(await find('my new shoes are late')).toEqual(['words'])
    expect(await find('cheap bolt')).toEqual(['near'])
    expect(await find('x', { title: 'New shoes!' })).toEqual(['title'])
    expect(await find('hello', { author: { handle: '@Daily' } })).toEqual(['press'])
  })

  test('a changed list is listened for from the next post on', async () => {
    const own = await aWorkspace(db)
    const id = await aList({ entries: ['bolt'] }, own)
    const topic = await aTopic(own, { query: 'list:rivals' })
    const index = makeTopicsInUse()
    const find = (text: string) =>
      own.inside(async (tx) => {
        const held = await index.of(tx, own.workspaceId)
        return (await findMatches(held.index, { text }, () => Promise.resolve(undefined))).map(
          (match) => match.topicKey,
        )
      })
    expect(await find('nut')).toEqual([])
    await change(id, { entries: ['bolt', 'nut'] }, own)
    expect(await find('nut')).toEqual([topic])
    await change(id, { entries: ['screw'] }, own)
    expect(await find('nut')).toEqual([])
  })

  test('that is not there is said with its place, and those that are', async () => {
    const { ok, diagnostics } = await check('acme\nlist:nowhere')
    expect(ok).toBe(false)
    expect(diagnostics).toMatchObject([{ code: 'unknown-list', line: 2, column: 1, length: 12 }])
  })

  test('of authors cannot stand beside NEAR', async () => {
    await aList({ name: 'people', kind: 'authors', entries: ['@a1'] })
    const { diagnostics } = await check('late NEAR/3 list:people')
    expect(diagnostics).toMatchObject([{ code: 'list-not-of-words', column: 13, length: 11 }])
  })

  test('through another topic is followed, and a circle is marked where it begins', async () => {
    const own = await aWorkspace(db)
    await aList({ entries: ['bolt'] }, own)
    const first = await aTopic(own, { name: 'first', query: 'list:rivals' })
    await aTopic(own, { name: 'second', query: 'topic:first late' })
    const circle = own.inside((tx) =>
      changeTopic(tx, own.owner, { id: first, change: { query: 'acme OR\n topic:Second' }, channelKinds: ['inbound'] }),
    )
    const problem = await refusalOf(circle)
    expect(problem.message).toContain('first → Second → first')
    expect(problem.diagnostics).toMatchObject([{ code: 'cycle', line: 2, column: 2, length: 12 }])
  })
})

describe('changing', () => {
  test('a list that topics use is neither renamed nor removed, and says which', async () => {
    const own = await aWorkspace(db)
    const id = await aList({}, own)
    await aTopic(own, { name: 'Late rivals', query: 'list:rivals late' })
    for (const work of [change(id, { name: 'others' }, own), own.inside((tx) => removeList(tx, own.owner, id))]) {
      const problem = await refusalOf(work)
      expect(problem).toMatchObject({ status: 409, code: 'list_in_use' })
      expect(problem.message).toContain('“Late rivals”')
    }
    await change(id, { name: 'Rivals' }, own)
    const { items } = await own.inside((tx) => readLists(tx, own.owner, { limit: 50 }))
    expect(items).toMatchObject([{ name: 'Rivals', version: 2, usedBy: [{ name: 'Late rivals' }] }])
  })

  test('a topic of another department is counted, not named', async () => {
    const own = await aWorkspace(db)
    const id = await aList({}, own)
    const department = own.departments.get('sales')!
    await aTopic(own, { name: 'Secret', query: 'list:rivals late', department })
    const lead = await aColleague(own, { bundle: 'lead' })
    const problem = await refusalOf(own.inside((tx) => removeList(tx, lead, id)))
    expect(problem.message).not.toContain('Secret')
    expect(problem.message).toContain('1 more')
    expect((await own.inside((tx) => readList(tx, lead, id))).usedBy).toEqual([])
  })

  test('a name is taken once, whatever its case', async () => {
    await aList({ name: 'taken' })
    const problem = await refusalOf(aList({ name: 'TAKEN' }))
    expect(problem).toMatchObject({ status: 409, code: 'name_taken', field: 'name' })
  })

  test('by two people keeps the first and tells the second', async () => {
    const id = await aList({ name: 'both' })
    await change(id, { entries: ['nut'], version: 1 })
    expect(await refusalOf(change(id, { entries: ['screw'], version: 1 }))).toMatchObject({ code: 'changed_meanwhile' })
    expect(await world.inside((tx) => readList(tx, world.owner, id))).toMatchObject({ entries: ['nut'], version: 2 })
  })

  test('that would make a topic too large is refused', async () => {
    const own = await aWorkspace(db)
    const id = await aList({}, own)
    await aTopic(own, { name: 'Wide', query: Array.from({ length: 11 }, (_, i) => `(list:rivals a${i})`).join(' OR ') })
    const entries = Array.from({ length: 5_000 }, (_, index) => `word${index}`)
    const problem = await refusalOf(change(id, { entries }, own))
    expect(problem).toMatchObject({ status: 409, code: 'topic_would_break', field: 'entries' })
    expect(problem.message).toContain('“Wide”')
  })

  test('is recorded', async () => {
    const own = await aWorkspace(db)
    const id = await aList({}, own)
    await change(id, { entries: ['nut'] }, own)
    await change(id, { entries: ['nut'] }, own)
    await own.inside((tx) => removeList(tx, own.owner, id))
    const events = await own.inside((tx) =>
      tx.selectFrom('event').select('name').where('subjectId', '=', id).orderBy('id').execute(),
    )
    expect(events.map((event) => event.name)).toEqual(['list.created', 'list.changed', 'list.removed'])
  })
})

test('the lists go on where the last page ended', async () => {
  const own = await aWorkspace(db)
  for (const name of ['delta', 'Alpha', 'charlie']) await aList({ name }, own)
  const first = await own.inside((tx) => readLists(tx, own.owner, { limit: 2 }))
  const second = await own.inside((tx) => readLists(tx, own.owner, { limit: 2, after: first.next! }))
  expect([...first.items, ...second.items].map((list) => list.name)).toEqual(['Alpha', 'charlie', 'delta'])
})

function readTopicNames(tx: Parameters<typeof readNames>[0]) {
  return tx.selectFrom('topic').select(['id', 'name']).execute()
}

test('over the line a name that queries cannot say, and a query that is too long, are refused in words', async () => {
  const { office, owner } = await anOffice()
  const named = await office.ask(owner, 'POST', '/api/lists', { body: { name: 'a (b)', entries: ['x1'] } })
  expect([named.status, named.json.field]).toEqual([422, 'name'])
  expect(named.text).toContain('no quotation marks, brackets')
  const long = await office.ask(owner, 'POST', '/api/query-checks', { body: { query: 'acme OR '.repeat(2_501) + 'b' } })
  expect([long.status, long.json.field]).toEqual([422, 'query'])
  expect(long.text).toContain('shared list')
  const fits = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' OR ')
  const started = performance.now()
  expect((await office.ask(owner, 'POST', '/api/query-checks', { body: { query: fits } })).json.diagnostics).toEqual([])
  expect(performance.now() - started).toBeLessThan(1_000)
})

async function anOffice() {
  const office = openOffice(db, { routes: [...topicRoutes(['inbound'], keepWordCounts()), ...listRoutes] })
  return { office, owner: await office.add({ name: 'Olga', isOwner: true, workspace: 'Acme' }) }
}
