import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPost, anyQuery } from '../../../tests/any-query.ts'
import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { findMatches } from './find-matches.ts'
import { PackedIndexError } from './packed-bytes.ts'
import { makeTopicIndex, openPacked } from './topic-index.ts'
import type { TopicIndex } from './topic-index.ts'

function indexOf(queries: readonly (string | Query)[]): TopicIndex {
  const index = makeTopicIndex()
  for (const [key, query] of queries.entries())
    index.set(`topic ${key}`, typeof query === 'string' ? parseQuery(query).query! : query)
  return index
}

async function found(index: TopicIndex, post: MatchablePost, language?: string) {
  const matches = await findMatches(index, post, () => Promise.resolve(language))
  return matches.toSorted((a, b) => (a.topicKey < b.topicKey ? -1 : 1))
}

describe('a packed index', () => {
  test('finds the same matches and hits for any queries and posts, and packs to the same once more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyQuery, { minLength: 1, maxLength: 6 }),
        fc.array(anyPost, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en', 'de', undefined),
        fc.nat(5),
        async (queries, posts, language, dropped) => {
          const index = indexOf(queries)
          index.remove(`topic ${dropped}`)
          const opened = openPacked(index.pack())
          const again = openPacked(opened.pack())
          expect(opened.size).toBe(index.size)
          for (const post of posts) {
            const expected = await found(index, post, language)
            expect(await found(opened, post, language)).toEqual(expected)
            expect(await found(again, post, language)).toEqual(expected)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('is whole also when it is large, and after it has learnt', async () => {
    const index = indexOf(
      Array.from({ length: 3_000 }, (_, n) => `(word${n} OR "some word${n % 70}" OR wor${n}*) text`),
    )
    for (let n = 0; n < 1_500; n++) index.tryPost({ text: `some word${n} text text` })
    const opened = openPacked(index.pack())
    for (let n = 0; n < 300; n++) {
      const post = { text: `text some word${n * 11} wor${n}x` }
      expect(await found(opened, post)).toEqual(await found(index, post))
    }
  })

  test('leaves the buffer as it is while it matches', async () => {
    const packed = indexOf(['acme NEAR/3 late', 'ac* -spam', 'title:acme lang:en']).pack()
    const before = new Uint8Array(packed).slice()
    const opened = openPacked(packed)
    for (let n = 0; n < 3_000; n++) await found(opened, { title: 'Acme', text: `acme is late ${n}` }, 'en')
    expect(new Uint8Array(packed)).toEqual(before)
  })

  test('can be opened from the middle of other bytes', async () => {
    const packed = new Uint8Array(indexOf(['acme']).pack())
    const more = new Uint8Array(packed.length + 3)
    more.set(packed, 3)
    expect(await found(openPacked(more.subarray(3)), { text: 'acme' })).toHaveLength(1)
  })

  test('is for reading', () => {
    const opened = openPacked(indexOf(['acme']).pack())
    expect(() => opened.set('a', parseQuery('late').query!)).toThrow('A packed index is for reading.')
    expect(() => opened.remove('topic 0')).toThrow('A packed index is for reading.')
    expect(opened.tryPost({ text: 'acme' }).matched).toEqual(['topic 0'])
  })
})

describe('bytes that are none', () => {
  const packed = new Uint8Array(indexOf(['acme', 'late']).pack()).slice()
  const changed = (at: number, byte: number) => packed.with(at, byte)
  test.each([
    ['of something else', new TextEncoder().encode('{"id":"1","query":"acme"}, and so on and on'), 'no packed index'],
    ['nothing', new Uint8Array(0), 'no packed index'],
    ['cut off', packed.slice(0, -8), 'not whole'],
    ['cut off in its head', packed.slice(0, 20), 'no packed index'],
    ['of another version', changed(12, 9), 'packed in version 9'],
    ['of a machine with another order of bytes', changed(8, 0x0a), 'another order of bytes'],
    ['with a byte changed', changed(packed.length - 12, 77), 'damaged'],
    ['with another size of the JSON', changed(17, 77), 'damaged'],
  ])('%s are refused in words', (_, bytes, sentence) => {
    expect(() => openPacked(bytes)).toThrow(PackedIndexError)
    expect(() => openPacked(bytes)).toThrow(sentence)
  })
})
