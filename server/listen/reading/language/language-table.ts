import { join } from 'node:path'
import * as z from 'zod'
import { readWeights } from '../weights/weights-file.ts'
import { featureRules } from './hash-grams.ts'
import type { Script } from './letter-table.ts'
import { numberOf, scriptNumbers } from './letter-table.ts'

const scores = z.object({ sentence: z.number(), pair: z.number(), word: z.number(), tweet: z.number() })

/** The languages that are told apart by their letters, and how sure to be of them. */
export const languageDetails = z.object({
  languages: z.array(z.string()),
  /** For each shared script the places in `languages` that are written in it. */
  scripts: z.partialRecord(z.enum(['Latin', 'Cyrillic', 'Arabic', 'Devanagari']), z.array(z.int())),
  /** A weight is its whole number times this. */
  scale: z.number(),
  /** The sum of the weights is divided by the count of features to this power. */
  power: z.number(),
  biases: z.array(z.number()),
  /** What the sums are multiplied with before they become probabilities, by letters of the text, shortest first. */
  sharpness: z.array(z.object({ below: z.number(), by: z.number() })),
  /** On validation, in per cent, not knowing counted as wrong: by kind of text, and of sentences and tweets by language. */
  scores: z
    .object({
      all: scores,
      large: scores,
      languages: z.record(z.string(), z.number()),
      calibrationError: z.number(),
    })
    .optional(),
})
export type LanguageDetails = z.infer<typeof languageDetails>

export interface LanguageTable extends LanguageDetails {
  version: string
  /** By the number of the script. */
  candidates: (Uint8Array | undefined)[]
  /**
   * Open addressing: at 2i the hash of a feature (0: free), at 2i + 1 where its entries begin, times 64, plus how many they
   * are.
   */
  slots: Uint32Array
  /** The language in the upper byte, the weight plus 128 in the lower. Languages without an entry weigh 0. */
  entries: Uint16Array
}

export const languageWeights = join(import.meta.dirname, '..', 'weights', 'language.weights')

export function loadLanguageTable(file = languageWeights): LanguageTable {
  const weights = readWeights(file, { name: 'language', featureRules, details: languageDetails })
  return makeLanguageTable(weights.version, weights.details, {
    hashes: weights.block('hashes', 'uint32'),
    counts: weights.block('counts', 'uint8'),
    entries: weights.block('entries', 'uint16'),
  })
}

/** The features one after the other, as they stand in the file: their hashes, how many entries each has, the entries. */
export interface LanguageBlocks {
  hashes: Uint32Array<ArrayBuffer>
  counts: Uint8Array<ArrayBuffer>
  entries: Uint16Array<ArrayBuffer>
}

export function makeLanguageTable(
  version: string,
  details: LanguageDetails,
  { hashes, counts, entries }: LanguageBlocks,
): LanguageTable {
  const candidates: LanguageTable['candidates'] = Array.from({ length: scriptNumbers }, () => undefined)
  for (const [script, places] of Object.entries(details.scripts))
    candidates[numberOf(script as Script)] = Uint8Array.from(places)
  return { ...details, version, candidates, slots: slotsOf(hashes, counts), entries }
}

/** At most half full, so that a search ends soon, and no larger than need be, so that it stays near the processor. */
function slotsOf(hashes: Uint32Array, counts: Uint8Array): Uint32Array {
  const slots = new Uint32Array(2 * 2 ** Math.ceil(Math.log2(hashes.length * 2 + 1)))
  const last = slots.length - 1
  let entry = 0
  for (let i = 0; i < hashes.length; i += 1) {
    let slot = (hashes[i]! * 2) & last
    while (slots[slot] !== 0) slot = (slot + 2) & last
    slots[slot] = hashes[i]!
    slots[slot + 1] = entry * 64 + counts[i]!
    entry += counts[i]!
  }
  return slots
}
