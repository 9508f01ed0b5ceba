import { endWord, startWord, unknownWord } from '../../server/listen/reading/net/net-shape.ts'
import type { NetSource } from './net-sources.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A post as the net takes it, and what it should say of it. */
export interface Example {
  /** Places in the vocabulary, the start and the end among them. */
  words: Int32Array
  /** A share for each label of the head; together they are the weight of the example. */
  target: Float32Array
}

const longest = 120

export function wordPlaces(words: readonly string[], { placeOf }: Vocabulary): Int32Array {
  const read = words.slice(0, longest)
  return Int32Array.from([startWord, ...read.map((word) => placeOf.get(word) ?? unknownWord), endWord])
}

/** Labels of equal right share a row; rare labels weigh more by the source's balance. */
export function targetsOf(rows: readonly (readonly string[])[], source: NetSource): Float32Array[] {
  const shares = rows.map((names) => source.labels.map((label) => (names.includes(label) ? 1 / names.length : 0)))
  const sums = source.labels.map((_, label) => shares.reduce((sum, share) => sum + share[label]!, 0))
  const mean = rows.length / source.labels.length
  const weights = sums.map((sum) => (mean / Math.max(1, sum)) ** source.balance)
  return shares.map((share) => Float32Array.from(share, (part, label) => part * weights[label]!))
}
