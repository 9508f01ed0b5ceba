import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { vectorSize } from '../../server/listen/reading/features/word-numbers.ts'
import type { WordVectors } from '../word-vectors.ts'

export interface ChosenVectors {
  words: string[]
  vectors: Int8Array
  step: number
}

/** Vectors are kept in steps of a fiftieth: their numbers hardly pass 2.5. */
const step = 1 / 50

/** The vectors of the words that stand in most of the texts, and in at least two. */
export function chooseVectors(texts: Iterable<string>, known: WordVectors, most: number): ChosenVectors {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(cutPost({ text }).words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words: string[] = []
  const vectors = new Int8Array(most * vectorSize)
  const often = [...counts].filter(([, count]) => count >= 2)
  for (const [word] of often.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const vector = words.length < most ? vectorOf(word, known) : undefined
    if (!vector) continue
    for (const [at, value] of vector.entries()) {
      vectors[words.length * vectorSize + at] = Math.max(-127, Math.min(127, Math.round(value / step)))
    }
    words.push(word)
  }
  return { words, vectors: vectors.subarray(0, words.length * vectorSize), step }
}

/** Of a contraction: the mean of its two parts, which is how these vectors cut it. */
function vectorOf(word: string, known: WordVectors): readonly number[] | undefined {
  const whole = known.vectorOf(word)
  if (whole) return whole
  const [, head, tail] = /^(.+?)(n't|'(?:s|m|re|ve|ll|d))$/.exec(word) ?? []
  const first = head === undefined ? undefined : known.vectorOf(head)
  const second = tail === undefined ? undefined : known.vectorOf(tail)
  return first && second ? first.map((value, at) => (value + second[at]!) / 2) : first
}
