import { hashOf } from '../../server/listen/reading/features/hash.ts'
import { vectorSize } from '../../server/listen/reading/features/word-numbers.ts'
import type { ChosenVectors } from './choose-vectors.ts'
import type { WordList } from './word-list.ts'

/** The blocks of a weights file that tell of words: those with vectors first. */
export interface WordBlocks {
  words: Uint32Array
  valences: Int8Array
  vectors: Int8Array
  vectorCount: number
  vectorStep: number
  valenceStep: number
}

/** Weights reach from -5 to 5. */
const valenceStep = 1 / 25

export function wordBlocks(lists: readonly [WordList, WordList], chosen: ChosenVectors): WordBlocks {
  const withVector = new Set(chosen.words)
  const others = new Set(lists.flatMap((list) => [...list.keys()]).filter((word) => !withVector.has(word)))
  const all = [...chosen.words, ...others]
  const valences = new Int8Array(all.length * 2)
  for (const [place, word] of all.entries()) {
    for (const [index, list] of lists.entries()) {
      valences[place * 2 + index] = Math.max(-127, Math.min(127, Math.round((list.get(word) ?? 0) / valenceStep)))
    }
  }
  return {
    words: Uint32Array.from(all, (word) => hashOf(word)),
    valences,
    vectors: chosen.vectors,
    vectorCount: chosen.vectors.length / vectorSize,
    vectorStep: chosen.step,
    valenceStep,
  }
}
