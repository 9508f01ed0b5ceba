import { charGramsOf, hasCharGrams } from '../features/char-grams.ts'
import { hashOf } from '../features/hash.ts'
import type { HeadSet, SeenWord } from './load-heads.ts'

/** So many words are remembered; then the memory begins anew. */
const mostSeen = 30_000

/** Longer words are not met twice. */
const longestSeen = 24

/** What is the same wherever a word stands. Words are remembered: few are rare. */
export function seeWord(set: HeadSet, word: string, flags: number): SeenWord {
  const withChars = hasCharGrams(flags)
  const memory = withChars ? set.seen : set.seenSigns
  const seen = memory.get(word)
  if (seen) return seen
  const made = lookUp(set, word, withChars)
  if (memory.size >= mostSeen) memory.clear()
  if (word.length <= longestSeen) memory.set(word, made)
  return made
}

function lookUp({ table, weights, columns, words }: HeadSet, word: string, withChars: boolean): SeenWord {
  const grams = withChars ? charGramsOf(word) : []
  const chars = new Int32Array(columns)
  for (const gram of grams) {
    const row = table.find(gram)
    if (row < 0) continue
    for (let column = 0; column < columns; column++) chars[column]! += weights[row * columns + column]!
  }
  const hash = hashOf(word)
  const row = words ? words.table.find(hash) : -1
  const isKnown = words !== undefined && row >= 0
  return {
    hash,
    chars,
    charCount: grams.length,
    valences: isKnown
      ? [words.valences[row * 2]! * words.valenceStep, words.valences[row * 2 + 1]! * words.valenceStep]
      : [0, 0],
    vector: isKnown && row < words.vectorCount ? row : -1,
    netPlace: -1,
  }
}
