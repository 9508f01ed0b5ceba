import type { CutPost } from '../cut-post.ts'
import { hashOf } from '../features/hash.ts'
import { negatedWords } from '../features/negation.ts'
import { takeWordGrams } from '../features/word-grams.ts'

/** A feature of a post and the words it stands for, the last exclusive. */
export interface Gram {
  hash: number
  from: number
  to: number
}

/** The features that a head of a workspace goes by: words by one, two and three, with what a negation reaches. */
export function gramsOf(cut: CutPost): Gram[] {
  const grams: Gram[] = []
  takeWordGrams(cut, { hashes: cut.words.map((word) => hashOf(word)), negated: negatedWords(cut) }, (hash, from, to) =>
    grams.push({ hash, from, to }),
  )
  return grams
}
