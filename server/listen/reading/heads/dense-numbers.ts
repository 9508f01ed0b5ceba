import type { CutPost } from '../cut-post.ts'
import { addLexiconNumbers, lexiconSize } from '../features/lexicon-numbers.ts'
import { addPooledVectors, pooledSize } from '../features/word-numbers.ts'
import type { RowTable } from './row-table.ts'

/** Words with what word lists and vectors say of them. */
export interface KnownWords {
  table: RowTable
  /** Two word lists: two numbers a word. */
  valences: Int8Array
  valenceStep: number
  /** The first so many words have vectors. */
  vectorCount: number
  vectors: Int8Array
  vectorStep: number
}

/** Numbers that every post has, beside its n-grams: of two word lists, and of pooled vectors. */
export const denseSize = lexiconSize + pooledSize

export interface WordsOfPost {
  cut: CutPost
  negated: Uint8Array
  /** By list and word. */
  lists: readonly Float32Array[]
  /** By word its row among the vectors, -1 without one. */
  rows: Int32Array
}

export function fillDense(
  { vectors, vectorStep }: KnownWords,
  { cut, negated, lists, rows }: WordsOfPost,
  into: Float32Array,
): void {
  addLexiconNumbers(cut, { lists, negated }, into)
  addPooledVectors(rows, { vectors, step: vectorStep }, into.subarray(lexiconSize))
}
