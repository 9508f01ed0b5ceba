import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPost, anyQuery } from '../../../tests/any-query.ts'
import { plainlyMatches } from '../../../tests/plain-matcher.ts'
import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { printQuery } from '../topics/print-query.ts'
import { makeTopicIndex } from './topic-index.ts'
import type { TopicIndex } from './topic-index.ts'
import { hashWord } from './word-hash.ts'

const languages = ['en', 'de', '']

function indexOf(queries: readonly Query[]): TopicIndex {
  const index = makeTopicIndex()
  for (const [key, query] of queries.entries()) index.set(String(key), query)
  return index
}

function found(index: TopicIndex, post: MatchablePost, language: string): string[] {
  return [...index.tryPost(post, language).matched].toSorted()
}

function expected(queries: readonly Query[], post: MatchablePost, language: string): string[] {
  return queries.flatMap((query, key) => (plainlyMatches(query, post, language) ? [String(key)] : [])).toSorted()
}

test('a hundred thousand pairs of any query and any post: the same as the plain matcher says', () => {
  let pairs = 0
  fc.assert(
    fc.property(
      fc.array(anyQuery, { minLength: 20, maxLength: 20 }),
      fc.array(anyPost, { minLength: 10, maxLength: 10 }),
      fc.constantFrom(...languages),
      (queries, posts, language) => {
        const index = indexOf(queries)
        for (const post of posts) {
          expect(found(index, post, language)).toEqual(expected(queries, post, language))
          pairs += queries.length
        }
      },
    ),
    { numRuns: 500 },
  )
  expect(pairs).toBeGreaterThanOrEqual(100_000)
})

test('the same after an index has learnt from the stream, and while it learns', () => {
  const queries = fc.sample(anyQuery, { numRuns: 300, seed: 11 })
  const posts = fc.sample(anyPost, { numRuns: 200, seed: 12 })
  const index = indexOf(queries)
  const right = posts.map((post) => expected(queries, post, 'en').join())
  for (let round = 0; round < 12; round++) {
    for (const [at, post] of posts.entries()) expect(found(index, post, 'en').join()).toBe(right[at])
  }
})

test('the same after queries came, changed and went, also in the middle of learning', () => {
  const queries = fc.sample(anyQuery, { numRuns: 400, seed: 21 })
  const posts = fc.sample(anyPost, { numRuns: 60, seed: 22 })
  const index = makeTopicIndex()
  const kept = new Map<string, Query>()
  for (let step = 0; step < 6_000; step++) {
    const key = String(step % 97)
    if (step % 5 === 0) {
      index.remove(key)
      kept.delete(key)
    } else {
      const query = queries[(step * 7) % queries.length]!
      index.set(key, query)
      kept.set(key, query)
    }
    const post = posts[step % posts.length]!
    const got = found(index, post, 'de')
    if (step % 10 !== 0) continue
    const want = [...kept].flatMap(([one, query]) => (plainlyMatches(query, post, 'de') ? [one] : [])).toSorted()
    expect(got).toEqual(want)
  }
  expect(index.size).toBe(kept.size)
})

test('the same after printing and reading, and as the index gives queries back', () => {
  fc.assert(
    fc.property(anyQuery, fc.array(anyPost, { minLength: 5, maxLength: 5 }), (query, posts) => {
      const index = makeTopicIndex()
      index.set('own', query)
      index.set('printed', parseQuery(printQuery(query)).query!)
      index.set('back', index.queryOf('own')!)
      for (const post of posts) {
        const keys = plainlyMatches(query, post, 'en') ? ['back', 'own', 'printed'] : []
        expect(found(index, post, 'en')).toEqual(keys)
      }
    }),
    { numRuns: 3_000 },
  )
})

test('words with the same hash are not taken for each other', () => {
  const [one, other] = wordsOfOneHash()
  expect(hashWord(one)).toBe(hashWord(other))
  const index = makeTopicIndex()
  index.set('word', { kind: 'word', word: one })
  index.set('beginning', { kind: 'word', word: `${one}*` })
  index.set('phrase', { kind: 'phrase', words: ['a', one] })
  expect(index.tryPost({ text: `a ${other} ${other}s` }).matched).toEqual([])
  expect([...index.tryPost({ text: `a ${one}` }).matched].toSorted()).toEqual(['beginning', 'phrase', 'word'])
})

function wordsOfOneHash(): [string, string] {
  const byHash = new Map<number, string>()
  for (let number = 0; ; number++) {
    const word = `w${number.toString(36)}`
    const known = byHash.get(hashWord(word))
    if (known !== undefined) return [known, word]
    byHash.set(hashWord(word), word)
  }
}

test('a post of one word ten thousand times, a word of ten thousand letters, a broken surrogate', () => {
  const index = makeTopicIndex()
  index.set('near', parseQuery('acme NEAR/3 acme').query!)
  index.set('phrase', parseQuery('"acme acme acme"').query!)
  index.set('beginning', parseQuery('acme*').query!)
  expect([...index.tryPost({ text: 'acme '.repeat(10_000) }).matched].toSorted()).toEqual([
    'beginning',
    'near',
    'phrase',
  ])
  expect(index.tryPost({ text: `acme${'e'.repeat(10_000)}` }).matched).toEqual(['beginning'])
  expect(index.tryPost({ text: '\ud83d acme \udc00' }).matched).toEqual(['beginning'])
})
