import type { LetterCut } from './cut-letters.ts'
import { hashGrams } from './hash-grams.ts'
import type { LanguageTable } from './language-table.ts'
import { isRow } from './language-table.ts'

/** The features of a text that the table knows, and what they say of each language. A reader fills one again and again. */
export interface Weighing {
  /** By language: the sum of the whole-number weights. */
  sums: Int32Array
  /** As in the table's `slots`: where the entries of each feature begin, and how many. */
  found: Uint32Array
  /** For each word of the cut the end of its features in `found`. */
  wordEnds: Int32Array
  count: number
  /** Letters of the words that were weighed. */
  letters: number
  hashes: Uint32Array
}

const mostFeatures = 8192
const mostOfWord = 512

export function emptyWeighing(table: LanguageTable): Weighing {
  return {
    sums: new Int32Array(table.languages.length),
    found: new Uint32Array(mostFeatures),
    wordEnds: new Int32Array(1024),
    count: 0,
    letters: 0,
    hashes: new Uint32Array(mostOfWord),
  }
}

/** Looks up the features of all words in one script. Work grows with the letters of the cut, which are bounded. */
export function weighWords(table: LanguageTable, cut: LetterCut, script: number, weighing: Weighing): void {
  const { sums, found, wordEnds, hashes } = weighing
  sums.fill(0)
  let count = 0
  for (let word = 0; word < cut.words; word += 1) {
    const end = cut.scripts[word] === script ? hashGrams(cut.letters, cut.firsts[word]!, hashes, 0) : 0
    for (let i = 0; i < end; i += 1) {
      const place = placeOfFeature(table.slots, hashes[i]!)
      if (place === 0) continue
      found[count++] = place
      if ((place & 63) === isRow) addRow(table, place >>> 6, sums)
      else addEntries(table.entries, place, sums)
    }
    wordEnds[word] = count
  }
  weighing.count = count
  weighing.letters = cut.counts[script]!
}

/** The place of a feature's weights, as the table's `slots` have it; 0 for a feature that the table does not know. */
function placeOfFeature(slots: Uint32Array, hash: number): number {
  const last = slots.length - 1
  for (let slot = (hash * 2) & last; ; slot = (slot + 2) & last) {
    const held = slots[slot]!
    if (held === hash) return slots[slot + 1]!
    if (held === 0) return 0
  }
}

function addEntries(entries: Uint16Array, place: number, sums: Int32Array): void {
  const from = place >>> 6
  const end = from + (place & 63)
  for (let i = from; i < end; i += 1) {
    const entry = entries[i]!
    sums[entry >>> 8]! += (entry & 255) - 128
  }
}

function addRow({ rows, width }: LanguageTable, from: number, sums: Int32Array): void {
  for (let language = 0; language < width; language += 1) sums[language]! += rows[from + language]!
}

/** By how much each word speaks for one language rather than another, in whole-number weights. */
export function leanOfWords(
  table: LanguageTable,
  weighing: Weighing,
  words: number,
  [one, another]: readonly [number, number],
): Int32Array {
  const leans = new Int32Array(words)
  let i = 0
  for (let word = 0; word < words; word += 1) {
    for (; i < weighing.wordEnds[word]!; i += 1) {
      const place = weighing.found[i]!
      leans[word]! += weightOf(table, place, one) - weightOf(table, place, another)
    }
  }
  return leans
}

function weightOf({ entries, rows, width }: LanguageTable, place: number, language: number): number {
  const from = place >>> 6
  const count = place & 63
  if (count === isRow) return language < width ? rows[from + language]! : 0
  for (let i = from; i < from + count; i += 1) {
    const entry = entries[i]!
    if (entry >>> 8 === language) return (entry & 255) - 128
  }
  return 0
}
