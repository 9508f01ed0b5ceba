import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import { hear, makeTools } from '../../../tests/hear.ts'
import { hackernews } from './index.ts'
import { parseHit, parseItem } from './parse.ts'
import { readThread, threadOf } from './read-thread.ts'
import { hackerNewsSettings } from './settings.ts'

const comment = {
  objectID: '101',
  created_at_i: 1_700_000_000,
  author: 'mara',
  title: null,
  url: null,
  story_text: null,
  comment_text:
    'It&#x27;s <i>leaking</i>.<p>See <a href="https:&#x2F;&#x2F;acme.example&#x2F;x" rel="nofollow">acme.example</a>',
  story_id: 7,
  parent_id: 100,
  _tags: ['comment', 'author_mara', 'story_7'],
}

describe('a hit of the search', () => {
  test('a comment keeps its words and paragraphs, its parent and its story', () => {
    expect(parseHit(comment)).toEqual({
      externalId: '101',
      text: "It's leaking.\n\nSee acme.example",
      author: { id: 'mara', handle: 'mara', url: 'https://news.ycombinator.com/user?id=mara' },
      url: 'https://news.ycombinator.com/item?id=101',
      createdAt: new Date(1_700_000_000_000),
      type: 'comment',
      links: ['https://acme.example/x'],
      inReplyTo: '100',
      threadRoot: '7',
    })
  })

  test('a question to everybody is one; a story brings its title and address', () => {
    const story = { ...comment, comment_text: null, parent_id: null, story_id: null, title: 'Ask HN: Which kettle?' }
    expect(parseHit({ ...story, _tags: ['story', 'ask_hn'] })).toMatchObject({ type: 'question', threadRoot: '101' })
    expect(parseHit({ ...story, url: 'https://acme.example', _tags: ['story'] })).toMatchObject({
      title: 'Ask HN: Which kettle?',
      links: ['https://acme.example'],
    })
  })

  test.each([[null], [{}], [{ ...comment, author: null }], ['text'], [{ ...comment, created_at_i: 'soon' }]])(
    'what is none is passed over: %j',
    (raw) => expect(parseHit(raw)).toBeUndefined(),
  )
})

const bare = { type: 'comment', author: 'a', story_id: 1, parent_id: null }
const item = (id: number, at: number, children: unknown[] = [], more = {}) => ({
  ...bare,
  id,
  created_at_i: at,
  text: `<p>said ${id}</p>`,
  children,
  ...more,
})
const tree = item(
  1,
  10,
  [
    item(2, 20, [item(4, 40, [item(5, 50)]), item(6, 60)]),
    item(3, 30),
    item(7, 70, [item(8, 80)], { author: null, text: null }),
  ],
  { type: 'story', title: 'A kettle' },
)

test('around a comment stand those it answers and those that answer it, not its neighbours', () => {
  expect(threadOf(tree, '4').map((post) => post.externalId)).toEqual(['1', '2', '5'])
  expect(threadOf(tree, '8').map((post) => post.externalId)).toEqual(['1'])
  expect(threadOf(tree, '1')).toHaveLength(6)
})

test('a tree ten thousand deep is read', () => {
  let deep = item(20_000, 1)
  for (let id = 19_999; id > 10_000; id--) deep = item(id, 1, [deep])
  expect(threadOf(deep, '10001').length).toBe(9_999)
})

test('the thread of a comment is asked for by its story, and of one that is gone there is none', async () => {
  const network = await startFakeNetwork(({ path }) => {
    if (path.endsWith('/4')) return { body: item(4, 40) }
    return path.endsWith('/1') ? { body: tree } : { status: 404, body: {} }
  })
  const tools = makeTools(hackerNewsSettings.parse({ server: network.origin }), null, AbortSignal.timeout(5_000))
  expect((await readThread(tools, '4')).map((post) => post.text)).toEqual(['said 1', 'said 2', 'said 5'])
  expect(await readThread(tools, '99')).toEqual([])
  await network.close()
})

test('more than the search shows at once is read on from the oldest, and each search asks with its words', async () => {
  const now = Math.floor(Date.now() / 1000)
  const all = Array.from({ length: 2_500 }, (_, index) => ({
    ...comment,
    objectID: String(index),
    created_at_i: now - 5_000 + index * 2,
  }))
  const network = await startFakeNetwork(({ query }) => {
    const before = /created_at_i<(\d+)/u.exec(query.get('numericFilters') ?? '')?.[1]
    const found = all.filter((one) => before === undefined || one.created_at_i < Number(before)).toReversed()
    const page = Number(query.get('page'))
    return { body: { hits: found.slice(page * 100, page * 100 + 100).slice(0, page < 10 ? 100 : 0), nbPages: 10 } }
  })
  const settings = hackerNewsSettings.parse({ server: network.origin, searches: ['acme kettle'] })
  const { heard } = await hear({
    connector: hackernews,
    settings,
    cursor: null,
    until: (one) => one.batches.length > 0,
  })
  expect(new Set(heard.map((one) => (one.kind === 'post' ? one.post.externalId : ''))).size).toBe(2_500)
  expect(network.requests.every(({ query }) => query.get('query') === 'acme kettle')).toBe(true)
  await network.close()
})

const folder = inShared('fixtures/hackernews/algolia')
describe.skipIf(!sharedDir || !existsSync(folder))('every recording of the shared samples', () => {
  test('every hit and item becomes a whole post', () => {
    let posts = 0
    for (const name of readdirSync(folder)) {
      const { reply } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      const parsed = Array.isArray(reply.hits) ? reply.hits.map(parseHit) : [parseItem(reply)?.post]
      for (const post of parsed) {
        expect(post, name).toBeDefined()
        expect(post.createdAt.getTime(), name).not.toBeNaN()
        expect(post.author.handle, name).not.toBe('')
        expect(post.text + (post.title ?? ''), name).toMatch(/\w/u)
        expect(post.text, name).not.toMatch(/<\/?(?:p|i|a|pre)\b|&#x/u)
        posts += 1
      }
    }
    expect(posts).toBeGreaterThan(0)
  })
})
