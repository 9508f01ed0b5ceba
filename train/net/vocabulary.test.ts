import { describe, expect, test } from 'vitest'
import { seededRandom } from './random.ts'
import { firstVectors } from './first-vectors.ts'
import { targetsOf, wordPlaces } from './example.ts'
import type { NetSource } from './net-sources.ts'
import { chooseVocabulary } from './vocabulary.ts'

const posts = [['late', 'late', 'late'], ['bus', 'late'], ['bus', 'gr8'], ['bus'], ['gr8'], ['gr8'], ['once']]
const choice = { most: 10, leastPosts: 3, hasVector: (word: string) => word === 'late', further: ['garden', 'bus'] }

describe('the vocabulary', () => {
  test('is of words by the posts that have them, then of further ones', () => {
    const { words } = chooseVocabulary(posts, choice)
    expect(words).toEqual(['<unknown>', '<start>', '<end>', 'bus', 'gr8', 'late', 'garden'])
  })

  test('is no longer than wished', () => {
    expect(chooseVocabulary(posts, { ...choice, most: 4 }).words).toEqual(['<unknown>', '<start>', '<end>', 'bus'])
  })

  test('gives a post its places, between start and end', () => {
    expect(Array.from(wordPlaces(['bus', 'what', 'gr8'], chooseVocabulary(posts, choice)))).toEqual([1, 3, 0, 4, 2])
  })
})

const vector = (value: number) => Array.from({ length: 100 }, () => value)

describe('first vectors', () => {
  const known = {
    words: [],
    vectorOf: (word: string) => ({ do: vector(2), not: vector(4), '!': vector(6) })[word],
  }
  const first = (words: string[]) =>
    Array.from(words.keys(), (row) => firstVectors(words, known, seededRandom(1))[row * 100])

  test('are put together for short forms, and small for what nobody knows', () => {
    const [short, marks, other] = first(["don't", '!!', 'zzz'])
    expect([short, marks]).toEqual([3, 6])
    expect(Math.abs(other!)).toBeLessThan(0.25)
  })
})

describe('targets', () => {
  const source: NetSource = {
    head: 'mood',
    set: 'none',
    labels: ['bad', 'good'],
    labelsOf: () => [],
    times: 1,
    balance: 0.5,
  }

  test('weigh rare labels more, and share a row between its labels', () => {
    const targets = targetsOf([['good'], ['good'], ['good'], ['bad', 'good'], ['bad', 'other']], source)
    const [good, , , both, half] = targets.map((target) => Array.from(target, (share) => Math.round(share * 100) / 100))
    expect(good).toEqual([0, 0.85])
    expect(both).toEqual([0.79, 0.42])
    expect(half).toEqual([0.79, 0])
  })

  test('are as they come without balance', () => {
    expect(Array.from(targetsOf([['good'], ['good'], ['bad']], { ...source, balance: 0 })[2]!)).toEqual([1, 0])
  })
})
