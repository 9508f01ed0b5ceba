import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { charGramsOf, hasCharGrams } from '../../server/listen/reading/features/char-grams.ts'
import { hashOf } from '../../server/listen/reading/features/hash.ts'
import { negatedWords } from '../../server/listen/reading/features/negation.ts'
import { shapeHashes } from '../../server/listen/reading/features/shape.ts'
import { takeWordGrams } from '../../server/listen/reading/features/word-grams.ts'

/** The hashed features of many texts: of row `r` those from `ends[2r - 1]` to `ends[2r]` are of words, then of characters. */
export interface HashedRows {
  count: number
  hashes: Uint32Array
  ends: Int32Array
}

/** Features of texts, as the readers make them. */
export function extractRows(texts: readonly string[]): HashedRows {
  let hashes = new Uint32Array(1 << 20)
  let size = 0
  const ends = new Int32Array(texts.length * 2)
  const push = (hash: number) => {
    if (size === hashes.length) {
      const larger = new Uint32Array(size * 2)
      larger.set(hashes)
      hashes = larger
    }
    hashes[size++] = hash
  }
  const charGrams = new Map<string, number[]>()
  for (const [row, text] of texts.entries()) {
    const cut = cutPost({ text })
    takeWordGrams(cut, { hashes: cut.words.map((word) => hashOf(word)), negated: negatedWords(cut) }, push)
    for (const hash of shapeHashes(cut)) push(hash)
    ends[row * 2] = size
    for (const [place, word] of cut.words.entries()) {
      if (!hasCharGrams(cut.flags[place]!)) continue
      let grams = charGrams.get(word)
      if (!grams) charGrams.set(word, (grams = charGramsOf(word)))
      for (const hash of grams) push(hash)
    }
    ends[row * 2 + 1] = size
  }
  return { count: texts.length, hashes: hashes.subarray(0, size), ends }
}
