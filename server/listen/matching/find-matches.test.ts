import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPost, anyQuery } from '../../../tests/any-query.ts'
import { plainlyMatches } from '../../../tests/plain-matcher.ts'
import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { printQuery } from '../topics/print-query.ts'
import { findMatches } from './find-matches.ts'
import { makeTopicIndex } from './topic-index.ts'

/** The words that hit, as they stand in the post; `undefined` when the query does not match. */
async function hitsOf(query: string | Query, post: string | MatchablePost, language?: string) {
  const index = makeTopicIndex()
  index.set('topic', typeof query === 'string' ? parseQuery(query).query! : query)
  const whole = typeof post === 'string' ? { text: post } : post
  const [match] = await findMatches(index, whole, () => Promise.resolve(language))
  const texts = { title: whole.title ?? '', text: whole.text, alt: (whole.mediaDescriptions ?? []).join('\n') }
  return match?.hits.map(({ part, start, end }) => texts[part].slice(start, end))
}

describe('words, phrases, case and wildcards', () => {
  test.each([
    ['acme', 'ACME shoes, acme!', ['ACME', 'acme']],
    ['acme', 'acmes', undefined],
    ['"new shoes"', 'My new, shoes', ['new, shoes']],
    ['"new shoes"', 'new red shoes', undefined],
    ["don't", 'I don’t know', ['don’t']],
    ['{Acme}', 'acme Acme ACME', ['Acme']],
    ['{ACME Inc}', 'ACME inc, ACME-Inc', ['ACME-Inc']],
    ['complain*', 'Complaints and complain', ['Complaints', 'complain']],
    ['colo?r', 'color colour coloor', ['colour', 'coloor']],
    ['#sale', 'sale #sale', ['#sale']],
    ['sale', '#Sale', ['Sale']],
    ['@acme', 'hi @Acme', ['@Acme']],
    ['#sa*', 'sales #sales', ['#sales']],
    ['🔥', 'so 🔥🏽 hot', ['🔥']],
    ['東京', '私は東京に', ['東京']],
    ['東京', '京東', undefined],
    ['#東京タワー', '見て #東京タワー', ['#東京タワー']],
    ['wi-fi*', 'Wi-Fires', ['Wi-Fires']],
  ])('%s in “%s”', async (query, text, hits) => {
    expect(await hitsOf(query, text)).toEqual(hits)
  })
})

describe('what joins them', () => {
  test.each([
    ['a1 b1', 'b1 a1', ['b1', 'a1']],
    ['a1 OR b1', 'b1', ['b1']],
    ['a1 -b1', 'a1 b1', undefined],
    ['a1 -b1', 'a1', ['a1']],
    ['(a1 b1) OR c1', 'a1 c1', ['c1']],
    ['acme NEAR/2 late', 'late is acme', ['late', 'acme']],
    ['acme NEAR/1 late', 'late is acme', undefined],
    ['acme NEAR/1 late', 'late acme', ['late', 'acme']],
    ['acme NEAR/5 acme', 'acme', undefined],
    ['acme NEAR/5 acme', 'acme acme', ['acme', 'acme']],
    ['acme NEAR/5 ac*', 'acme', undefined],
    ['sale NEAR/5 #sale', '#sale', undefined],
    ['acme BEFORE/2 late', 'acme is late', ['acme', 'late']],
    ['acme BEFORE/2 late', 'late is acme', undefined],
    ['"acme shoes" BEFORE/1 late', 'acme shoes late', ['acme shoes', 'late']],
    ['"acme shoes" NEAR/3 shoes', 'acme shoes', undefined],
    ['(acme OR "new shoes") NEAR/2 (bad OR late)', 'bad new shoes', ['bad', 'new shoes']],
  ])('%s in “%s”', async (query, text, hits) => {
    expect(await hitsOf(query, text)).toEqual(hits)
  })
})

describe('the parts of a post', () => {
  const post: MatchablePost = {
    title: 'New acme',
    text: 'shoes are late',
    mediaDescriptions: ['a red shoe', '', 'acme box'],
  }

  test('are matched as one text, each with its own places', async () => {
    expect(await hitsOf('acme late red', post)).toEqual(['acme', 'late', 'red', 'acme'])
  })

  test('stand too far apart for phrases and NEAR', async () => {
    expect(await hitsOf('"acme shoes"', post)).toBeUndefined()
    expect(await hitsOf('acme NEAR/100 shoes', post)).toBeUndefined()
    expect(await hitsOf('shoe NEAR/100 box', post)).toBeUndefined()
  })

  test('title: looks at the title only', async () => {
    expect(await hitsOf('title:acme late', post)).toEqual(['acme', 'late'])
    expect(await hitsOf('title:(acme shoes)', post)).toBeUndefined()
    expect(await hitsOf('late -title:shoes', post)).toEqual(['late'])
  })
})

describe('fields', () => {
  const post: MatchablePost = {
    text: 'acme, see https://www.shop.example/x?y=1 now',
    author: { id: 'did:1', handle: '@Ann@social.example', followers: 1200 },
    url: 'https://news.example.com/Blog/1',
    links: ['https://other.org/page'],
    country: 'DE',
    type: 'review',
    rating: 2,
    channel: 'feed',
    mediaDescriptions: [''],
  }
  test.each([
    ['author:@ann@social.example', true],
    ['author:ann', true],
    ['author:did:1', true],
    ['author:social', false],
    ['site:example.com', true],
    ['site:news.example.com', true],
    ['site:ample.com', false],
    ['link:other.org', true],
    ['link:shop.example', true],
    ['link:example.com', false],
    ['url:"/blog/"', true],
    ['url:"/shop/"', false],
    ['country:de', true],
    ['country:us', false],
    ['type:review', true],
    ['type:post', false],
    ['channel:feed', true],
    ['channel:mastodon', false],
    ['has:link', true],
    ['has:media', true],
    ['has:question', false],
    ['followers:>=1200', true],
    ['followers:>1200', false],
    ['rating:<=2', true],
    ['rating:=3', false],
    ['lang:en', true],
    ['lang:de', false],
  ])('acme %s: %s', async (field, expected) => {
    expect((await hitsOf(`acme ${field}`, post, 'en')) !== undefined).toBe(expected)
    expect((await hitsOf(`acme -${field}`, post, 'en')) !== undefined).toBe(!expected)
  })

  test('a number the source does not state does not match', async () => {
    expect(await hitsOf('acme rating:<=5', 'acme')).toBeUndefined()
    expect(await hitsOf('acme followers:>=0', 'acme')).toBeUndefined()
  })

  test.each([
    ['Where is acme?', true],
    ['アクメ？', true],
    ['see https://acme.example/?q=1', false],
  ])('a question: “%s”', async (text, expected) => {
    expect((await hitsOf('has:question', text)) !== undefined).toBe(expected)
  })
})

async function timesAsked(query: string, text: string) {
  let asked = 0
  const index = makeTopicIndex()
  index.set('topic', parseQuery(query).query!)
  await findMatches(index, { text }, () => {
    asked++
    return Promise.resolve('de')
  })
  return asked
}

describe('the language', () => {
  test('is asked for only when a match depends on it', async () => {
    expect(await timesAsked('acme lang:en', 'nothing')).toBe(0)
    expect(await timesAsked('acme OR (late lang:en)', 'acme late')).toBe(0)
    expect(await timesAsked('acme lang:en', 'acme')).toBe(1)
  })

  test('that cannot be told holds for no lang:', async () => {
    expect(await hitsOf('acme lang:en', 'acme')).toBeUndefined()
    expect(await hitsOf('acme -lang:en', 'acme')).toEqual(['acme'])
  })
})

describe('the index', () => {
  test('finds changed queries as they are now, and no removed ones', async () => {
    const index = makeTopicIndex()
    const keys = async (text: string) =>
      (await findMatches(index, { text }, () => Promise.resolve(undefined))).map(({ topicKey }) => topicKey).toSorted()
    index.set('a', parseQuery('acme OR shoe*').query!)
    index.set('b', parseQuery('acme').query!)
    expect(await keys('acme')).toEqual(['a', 'b'])
    index.set('a', parseQuery('late').query!)
    expect(await keys('acme shoes')).toEqual(['b'])
    expect(await keys('late')).toEqual(['a'])
    index.remove('b')
    index.remove('nothing')
    expect(await keys('acme late')).toEqual(['a'])
    expect(index.size).toBe(1)
  })

  test('takes no query with a reference left in it', () => {
    expect(() => makeTopicIndex().set('a', parseQuery('acme list:rivals').query!)).toThrow('list:rivals')
  })
})

test('agrees with a plain matcher on any query and any post', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyQuery, { minLength: 1, maxLength: 4 }),
      anyPost,
      fc.constantFrom('en', 'de', undefined),
      async (queries, post, language) => {
        const index = makeTopicIndex()
        for (const [key, query] of queries.entries()) index.set(String(key), query)
        const found = await findMatches(index, post, () => Promise.resolve(language))
        const expected = queries.flatMap((query, key) => (plainlyMatches(query, post, language) ? [String(key)] : []))
        expect(found.map(({ topicKey }) => topicKey).toSorted()).toEqual(expected)
      },
    ),
    { numRuns: 10_000 },
  )
})

test('a query finds the same after printing and reading, and after others came and went', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuery, anyQuery, anyPost, async (query, other, post) => {
      const index = makeTopicIndex()
      index.set('other', other)
      index.set('topic', other)
      index.set('topic', parseQuery(printQuery(query)).query!)
      index.remove('other')
      const [match] = await findMatches(index, post, () => Promise.resolve('en'))
      const texts = { title: post.title ?? '', text: post.text, alt: (post.mediaDescriptions ?? []).join('\n') }
      expect(match !== undefined).toBe(plainlyMatches(query, post, 'en'))
      for (const { part, start, end } of match?.hits ?? []) expect(texts[part].slice(start, end)).toMatch(/\S/)
    }),
    { numRuns: 2_000 },
  )
})
