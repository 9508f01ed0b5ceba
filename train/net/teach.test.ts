import { expect, test } from 'vitest'
import { firstVectors } from './first-vectors.ts'
import { freshModel } from './net-model.ts'
import type { NetSource } from './net-sources.ts'
import { seededRandom } from './random.ts'
import { taughtLessons } from './teach.ts'
import { chooseVocabulary } from './vocabulary.ts'

const words = ['late', 'bus', 'lovely', 'tea', 'again']
const rowOf = (index: number) => ({ words: [words[index % 5]!, words[(index * 3) % 4]!], labels: ['yes'] })
const source: NetSource = {
  head: 'first',
  set: 'none',
  labels: ['no', 'yes'],
  labelsOf: () => [],
  times: 1,
  balance: 0,
  hears: 0,
  isHeard: true,
}
const sources = [
  source,
  { ...source, head: 'second', labels: ['low', 'some', 'high'], hears: 0.5, isHeard: false },
  { ...source, head: 'third', hears: 1, isHeard: false },
]
const rows = [Array.from({ length: 150 }, (_, index) => rowOf(index)), [rowOf(1)], [rowOf(2)]]

const vocabulary = chooseVocabulary(
  rows.flat().map((row) => row.words),
  { most: 20, leastPosts: 1, hasVector: () => false, further: [] },
)

test('a first net tells each head about its share of the posts of other sources that are heard', () => {
  const random = seededRandom(5)
  const known = { words: [], vectorOf: () => undefined }
  const heads = sources.map(({ head, labels }) => ({ name: head, labels }))
  const model = freshModel(firstVectors(vocabulary.words, known, random), heads, random)
  const lessons = taughtLessons(model, sources, { rows, vocabulary })
  expect(lessons.map(({ head, examples }) => [head, examples.length])).toEqual([
    [1, 75],
    [2, 150],
  ])
  for (const { target } of lessons[0]!.examples) {
    expect(target).toHaveLength(3)
    expect(target.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0.5, 5)
  }
  const [first, again] = [lessons[1]!.examples[0]!, lessons[1]!.examples[20]!]
  expect(again.words).toEqual(first.words)
  expect(again.target).toEqual(first.target)
})
