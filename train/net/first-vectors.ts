import { vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { WordVectors } from '../word-vectors.ts'
import type { Random } from './random.ts'

/** The vectors that the training begins with: GloVe's, put together for short forms, small random ones for other words. */
export function firstVectors(words: readonly string[], known: WordVectors, random: Random): Float32Array<ArrayBuffer> {
  const vectors = new Float32Array(words.length * vectorSize)
  for (const [place, word] of words.entries()) {
    const found = partsOf(word).map((part) => known.vectorOf(part))
    const parts = found.every((part) => part !== undefined) ? found : []
    for (let index = 0; index < vectorSize; index++) {
      vectors[place * vectorSize + index] =
        parts.length === 0 ? (random() - 0.5) * 0.5 : parts.reduce((sum, part) => sum + part[index]!, 0) / parts.length
    }
  }
  return vectors
}

const shortened: Record<string, string[]> = { "can't": ['can', 'not'], "won't": ['will', 'not'], '0': ['two'] }

function partsOf(word: string): string[] {
  const own = shortened[word]
  if (own) return own
  const [, stem, ending] = /^(.{2,})('s|'m|'re|'ve|'ll|'d|n't)$/.exec(word) ?? []
  if (stem !== undefined) return ending === "n't" ? [stem, 'not'] : [stem]
  return [/^[!?]+$/.test(word) ? word[0]! : word]
}
