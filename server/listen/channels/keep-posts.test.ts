import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aWorkspace, type World } from '../../../tests/factories.ts'
import type { Heard, HeardPost } from '../../model/post.ts'
import { keepPosts } from './keep-posts.ts'

const db = await testDatabase()
let world: World
beforeEach(async () => {
  world = await aWorkspace(db)
})

const heard = (externalId: string, more: Partial<HeardPost> = {}): Heard => ({
  kind: 'post',
  post: {
    externalId,
    text: `text of ${externalId}`,
    author: { id: 'a', handle: '@a' },
    createdAt: new Date('2026-11-20T10:00:00Z'),
    ...more,
  },
})
const gone = (externalId: string): Heard => ({ kind: 'deleted', externalId })

const editedAt = (time: string) => ({ editedAt: new Date(`2026-11-20T${time}:00Z`) })

const keep = (...all: Heard[]) =>
  world.inside((tx) =>
    keepPosts(tx, { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace }, all),
  )
const posts = () =>
  world.inside((tx) =>
    tx.selectFrom('post').selectAll().where('workspaceId', '=', world.workspaceId).orderBy('externalId').execute(),
  )
const arrivals = () =>
  world.inside((tx) =>
    tx
      .selectFrom('postArrival')
      .select('change')
      .where('workspaceId', '=', world.workspaceId)
      .orderBy('place')
      .execute(),
  )

test('a page heard twice is kept once, and says so', async () => {
  expect(await keep(heard('1'), heard('2'))).toMatchObject({ accepted: 2, duplicates: 0 })
  expect(await keep(heard('1'), heard('2'), heard('3'))).toMatchObject({ accepted: 1, duplicates: 2 })
  expect(await posts()).toHaveLength(3)
  expect(await arrivals()).toHaveLength(3)
})

test('the same post in a batch twice is kept as it was last said', async () => {
  expect(await keep(heard('1'), heard('1', { text: 'said better' }))).toMatchObject({ accepted: 1, duplicates: 1 })
  expect((await posts())[0]).toMatchObject({ text: 'said better', version: 1 })
})

test('a changed text is a later version, and the earlier one stays readable', async () => {
  await keep(heard('1', { text: 'in haste' }))
  await keep(heard('1', { text: 'with care', editedAt: new Date('2026-11-20T11:00:00Z') }))
  expect((await posts())[0]).toMatchObject({
    text: 'with care',
    version: 2,
    editedAt: new Date('2026-11-20T11:00:00Z'),
  })
  const versions = await world.inside((tx) => tx.selectFrom('postVersion').select(['version', 'text']).execute())
  expect(versions).toEqual([{ version: 1, text: 'in haste' }])
  expect((await arrivals()).map(({ change }) => change)).toEqual(['new', 'edited'])
})

test('deleted there is deleted here: words, name and versions go, and a late page does not bring it back', async () => {
  await keep(heard('1', { text: 'a secret', title: 'secret', author: { id: 'm', handle: '@mara', name: 'Mara' } }))
  await keep(heard('1', { text: 'still a secret' }))
  expect(await keep(gone('1'))).toMatchObject({ accepted: 1 })
  expect(await keep(gone('1'), heard('1', { text: 'a secret' }))).toMatchObject({ accepted: 0 })
  const [post] = await posts()
  expect(JSON.stringify(post)).not.toMatch(/secret|mara/i)
  expect(post?.deletedAt).toBeInstanceOf(Date)
  expect(await world.inside((tx) => tx.selectFrom('postVersion').selectAll().execute())).toEqual([])
})

test('a deletion that comes before its post keeps it away', async () => {
  await keep(gone('7'))
  expect(await keep(heard('7'))).toMatchObject({ accepted: 0, duplicates: 1 })
  expect(await posts()).toEqual([])
})

test('answers belong to the thread of what they answer, also when the answer is heard in the same batch or first', async () => {
  await keep(heard('root'))
  await keep(heard('b', { inReplyTo: 'a' }), heard('c', { inReplyTo: 'b' }), heard('a', { inReplyTo: 'root' }))
  await keep(heard('x2', { inReplyTo: 'x1' }))
  await keep(heard('x1'))
  const threads = Object.fromEntries((await posts()).map((post) => [post.externalId, post.threadKey]))
  expect(threads).toMatchObject({ root: 'root', a: 'root', x1: 'x1', x2: 'x1' })
  expect(threads['c']).toBe(threads['b'])
})

test('a time far away stands as the source said it, and the post is kept by its arrival', async () => {
  await keep(
    heard('old', { createdAt: new Date('1999-05-01T00:00:00Z') }),
    heard('odd', { createdAt: new Date(Number.NaN) }),
  )
  const [odd, old] = await posts()
  expect(old?.writtenAt).toEqual(new Date('1999-05-01T00:00:00Z'))
  expect(Math.abs((old?.postedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(Math.abs((odd?.writtenAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
})

test('text that no store takes is made fit, whole pages are not lost for it', async () => {
  await keep(
    heard('1', { text: `nul \u0000 half \ud83d end`, author: { id: 'a\u0000', handle: '\udc00' } }),
    heard('2', { text: 'x'.repeat(3_000_000) }),
  )
  const [first, second] = await posts()
  expect(first?.text).toBe('nul  half \ufffd end')
  expect(second?.text).toHaveLength(200_000)
})

test('two listeners that keep the same posts at once keep each once', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `p${index}`)
  const results = await Promise.all([
    keep(...ids.map((id) => heard(id))),
    keep(...ids.toReversed().map((id) => heard(id))),
    keep(...ids.map((id) => heard(id))),
  ])
  expect(results.reduce((sum, kept) => sum + kept.accepted, 0)).toBe(50)
  expect(await posts()).toHaveLength(50)
})

test.each(['\u0000', '\uD800'])(
  'a character the store cannot hold (%j) spoils no text, no id, and nothing beside it',
  async (odd) => {
    const words = `a${odd}b`
    const everywhere: Partial<HeardPost> = {
      text: words,
      title: words,
      url: words,
      language: words,
      country: words,
      inReplyTo: words,
      threadRoot: words,
      links: [words],
      mediaDescriptions: [words],
      author: { id: words, handle: words, name: words, url: words },
    }
    expect(await keep(heard(words, everywhere), heard('2'))).toMatchObject({ accepted: 2, duplicates: 0 })
    expect(await keep(heard(words, everywhere))).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await keep(gone(words))).toMatchObject({ accepted: 1, duplicates: 0 })
    expect((await posts()).map(({ text }) => text).toSorted()).toEqual(['', 'text of 2'])
  },
)

test('what was said before the kept words and comes late is a repeat, not an edit', async () => {
  await keep(heard('1', { text: 'in haste' }))
  await keep(heard('1', { text: 'with care', ...editedAt('12:00') }))
  expect(await keep(heard('1', { text: 'in between', ...editedAt('11:00') }))).toMatchObject({
    accepted: 0,
    duplicates: 1,
  })
  expect(await keep(heard('1', { text: 'in haste' }))).toMatchObject({ accepted: 0, duplicates: 1 })
  expect(await keep(heard('2', { text: 'later', ...editedAt('12:00') }), heard('2', { text: 'sooner' }))).toMatchObject(
    {
      accepted: 1,
      duplicates: 1,
    },
  )
  expect((await posts()).map(({ text }) => text)).toEqual(['with care', 'later'])
  await keep(heard('1', { text: 'at last', ...editedAt('13:00') }), heard('2', { text: 'new words without a time' }))
  expect((await posts()).map(({ text }) => text)).toEqual(['at last', 'new words without a time'])
})

test('however posts, edits and deletions are cut into batches and repeated, the same stands in the end', async () => {
  const one = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), said: fc.constantFrom('a', 'b', 'gone') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(one, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(4), { maxLength: 12 }),
      async (history, cuts) => {
        world = await aWorkspace(db)
        const all = history.map(({ id, said }) => (said === 'gone' ? gone(id) : heard(id, { text: said })))
        for (let at = 0, cut = 0; at < all.length; cut++) {
          const size = (cuts[cut % Math.max(1, cuts.length)] ?? 1) + 1
          await keep(...all.slice(at, at + size))
          await keep(...all.slice(at, at + size).slice(-1))
          at += size
        }
        const deleted = new Set<string>(history.filter(({ said }) => said === 'gone').map(({ id }) => id))
        const last = new Map<string, string>(
          history.filter(({ said }) => said !== 'gone').map(({ id, said }) => [id, said]),
        )
        for (const post of await posts()) {
          if (deleted.has(post.externalId)) expect(post).toMatchObject({ text: '', deletedAt: expect.any(Date) })
          else expect(post.text).toBe(last.get(post.externalId))
        }
        const alive = [...last.keys()].filter((id) => !deleted.has(id)).toSorted()
        expect((await posts()).filter((post) => !post.deletedAt).map((post) => post.externalId)).toEqual(alive)
      },
    ),
    { numRuns: 25 },
  )
})
