import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { hashOf } from '../../server/listen/reading/features/hash.ts'
import { negatedWords } from '../../server/listen/reading/features/negation.ts'
import { denseSize, fillDense } from '../../server/listen/reading/heads/dense-numbers.ts'
import type { KnownWords } from '../../server/listen/reading/heads/dense-numbers.ts'

/** The dense numbers of texts, `denseSize` a row, as the readers make them. */
export function denseRows(texts: readonly string[], words: KnownWords): Float32Array {
  const all = new Float32Array(texts.length * denseSize)
  for (const [row, text] of texts.entries()) {
    const cut = cutPost({ text })
    const found = Int32Array.from(cut.words, (word) => words.table.find(hashOf(word)))
    const lists = [0, 1].map((list) =>
      Float32Array.from(found, (place) => (place < 0 ? 0 : words.valences[place * 2 + list]! * words.valenceStep)),
    )
    const rows = found.map((place) => (place < words.vectorCount ? place : -1))
    const into = all.subarray(row * denseSize, (row + 1) * denseSize)
    fillDense(words, { cut, negated: negatedWords(cut), lists, rows }, into)
  }
  return all
}
