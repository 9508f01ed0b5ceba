import type { LetterCut } from './cut-letters.ts'
import { hashGrams } from './hash-grams.ts'
import type { LanguageTable } from './language-table.ts'

/** The features of a text that the table knows, and what they say of each language. A reader fills one again and again. */
export interface Weighing {
  /** By language: the sum of the whole-number weights. */
  sums: Int32Array
  /** For each feature met where its entries begin, times 64, plus how many they are. */
  found: Uint32Array
  /** For each word of the cut the end of its features in `found`. */
  wordEnds: Int32Array
  /** How many words the cut has. */
  words: number
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
    words: 0,
    count: 0,
    letters: 0,
    hashes: new Uint32Array(mostOfWord),
  }
}

/** Looks up the features of all words in one script. Work grows with the letters of the cut, which are bounded. */
export function weighWords(
  table: LanguageTable,
  { cut, script }: { cut: LetterCut; script: number },
  weighing: Weighing,
): void {
  const { found, wordEnds, hashes, sums } = weighing
  let count = 0
  // First all places, then all entries: searches that do not wait for each other are done side by side.
  for (let word = 0; word < cut.words; word += 1) {
    const end = cut.scripts[word] === script ? hashGrams(cut.letters, cut.firsts[word]!, hashes) : 0
    for (let i = 0; i < end; i += 1) {
      const place = placeOf(table.slots, hashes[i]!)
      if (place !== 0) found[count++] = place
    }
    wordEnds[word] = count
  }
  sums.fill(0)
  for (let i = 0; i < count; i += 1) addEntries(table.entries, found[i]!, sums)
  weighing.words = cut.words
  weighing.count = count
  weighing.letters = cut.counts[script]!
}

/** What the table has beside the hash of a feature; 0 where it does not know the feature. */
function placeOf(slots: Uint32Array, hash: number): number {
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

/** By how much each word speaks for one language rather than another, in whole-number weights. */
export function leanOfWords(
  { entries }: LanguageTable,
  { found, wordEnds, words }: Weighing,
  [one, another]: readonly [number, number],
): Int32Array {
  const leans = new Int32Array(words)
  let i = 0
  for (let word = 0; word < words; word += 1) {
    for (; i < wordEnds[word]!; i += 1) {
      const place = found[i]!
      leans[word]! += weightOf(entries, place, one) - weightOf(entries, place, another)
    }
  }
  return leans
}

/** The entries of a feature stand in the order of the languages. */
function weightOf(entries: Uint16Array, place: number, language: number): number {
  let low = place >>> 6
  const end = low + (place & 63)
  for (let high = end; low < high;) {
    const middle = (low + high) >>> 1
    if (entries[middle]! >>> 8 < language) low = middle + 1
    else high = middle
  }
  return low < end && entries[low]! >>> 8 === language ? (entries[low]! & 255) - 128 : 0
}
