import * as z from 'zod'
import type { Weights } from '../weights/weights-file.ts'
import { readWeights } from '../weights/weights-file.ts'
import { endWord, startWord, unitCount, unknownWord } from './net-shape.ts'
import type { WordTables } from './word-tables.ts'
import { mostWords, openWordTables } from './word-tables.ts'

const netDetails = z.object({
  filterScale: z.number(),
  tableScale: z.number(),
  heads: z.array(z.object({ name: z.string(), labels: z.array(z.string()) })),
  /** How well each head did, in %, on posts that it did not learn from. */
  scores: z.array(
    z.object({
      head: z.string(),
      on: z.string(),
      posts: z.number(),
      macroRecall: z.number(),
      macroF1: z.number(),
      accuracy: z.number(),
    }),
  ),
})

export type NetDetails = z.infer<typeof netDetails>

/** The rules by which a text becomes words, as `cutPost` has them. Goes up when the same text would give other words. */
export const netRules = 1

/** A small net that reads a post's words for several heads at once. */
export interface Net {
  version: string
  scores: NetDetails['scores']
  /** What the filters find in a post, to be shown to the heads; none for a post without words. */
  look(words: readonly string[]): Float32Array | undefined
  /** The same by the places of the words, for who has looked them up before. */
  lookAt(places: ArrayLike<number>): Float32Array | undefined
  /** The place of a word among those that the net knows; the same for all that it does not know. */
  placeOf: (word: string) => number
  head(name: string): NetHead
}

export interface NetHead {
  labels: readonly string[]
  /** A probability for each label, in their order. */
  probabilities(units: Float32Array): Float32Array
}

interface NetOptions {
  /** For how many words the products are kept: 960 bytes each. */
  keptWords?: number
}

export function openNet(file: string, { keptWords = 16_384 }: NetOptions = {}): Net {
  const weights = readWeights(file, { name: 'net', featureRules: netRules, details: netDetails })
  const words = new TextDecoder().decode(weights.block('words', 'uint8')).split('\n')
  const known = new Map(words.map((word, place) => [word, place]))
  const tables = openWordTables(
    {
      vectors: weights.block('vectors', 'int8'),
      vectorScales: weights.block('vectorScales', 'float32'),
      filters: weights.block('filters', 'int16'),
      filterScale: weights.details.filterScale,
      tableScale: weights.details.tableScale,
    },
    keptWords,
  )
  const heads = new Map(weights.details.heads.map((head) => [head.name, openHead(weights, head)]))
  const placeOf = (word: string) => known.get(word) ?? unknownWord
  const lookAt = openLook(tables, weights.block('offsets', 'float32'))
  return {
    version: weights.version,
    scores: weights.details.scores,
    placeOf,
    lookAt,
    look: (post) => lookAt(post.map(placeOf)),
    head: (name) => {
      const head = heads.get(name)
      if (!head) throw new RangeError(`the net has no head “${name}”, only ${[...heads.keys()].join(', ')}`)
      return head
    },
  }
}

function openLook(tables: WordTables, offsets: Float32Array): Net['lookAt'] {
  const words = new Int32Array(mostWords)
  return (places) => {
    if (places.length === 0) return undefined
    const length = Math.min(places.length, mostWords - 2)
    words[0] = startWord
    for (let index = 0; index < length; index++) words[index + 1] = places[index]!
    words[length + 1] = endWord
    const units = new Float32Array(unitCount)
    tables.pool(words, length + 2, units)
    for (let unit = 0; unit < unitCount; unit++) units[unit] = Math.max(0, units[unit]! + offsets[unit]!)
    return units
  }
}

function openHead(weights: Weights<NetDetails>, { name, labels }: NetDetails['heads'][number]): NetHead {
  const rows = weights.block(`${name} weights`, 'float32')
  const offsets = weights.block(`${name} offsets`, 'float32')
  return {
    labels,
    probabilities: (units) => {
      const scores = offsets.slice()
      for (let label = 0, at = 0; label < labels.length; label++) {
        let score = 0
        for (let unit = 0; unit < unitCount; unit++, at++) score += rows[at]! * units[unit]!
        scores[label]! += score
      }
      return softmax(scores)
    },
  }
}

function softmax(scores: Float32Array): Float32Array {
  let largest = Number.NEGATIVE_INFINITY
  for (const score of scores) largest = Math.max(largest, score)
  let sum = 0
  for (let label = 0; label < scores.length; label++) sum += scores[label] = Math.exp(scores[label]! - largest)
  for (let label = 0; label < scores.length; label++) scores[label]! /= sum
  return scores
}
