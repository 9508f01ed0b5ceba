import type { CutPost } from '../cut-post.ts'
import { negatedWords } from '../features/negation.ts'
import { shapeHashes } from '../features/shape.ts'
import { takeWordGrams } from '../features/word-grams.ts'
import { denseSize, fillDense } from './dense-numbers.ts'
import type { KnownWords } from './dense-numbers.ts'
import type { HeadSet, SeenWord } from './load-heads.ts'
import { seeWord } from './see-word.ts'

/** What the heads of a set sum up to for a post, and what it was summed from. */
export interface Scores {
  set: HeadSet
  /** By column: of n-grams and shape in steps of the head, of dense numbers as they are. */
  steps: Float64Array
  dense: Float64Array
  seen: SeenWord[]
  /** Found features of words: row, first word and the word after the last. */
  grams: number[]
  /** What one step of a word's feature and one of a character's is divided by. */
  wordUnit: number
  charUnit: number
  /** By word: what the word lists say of it, by sign. */
  valences: Float32Array
}

const dense = new Float32Array(denseSize)

/** Looks every feature of a post up once and sums it for all heads. */
export function scorePost(set: HeadSet, cut: CutPost): Scores {
  const { table, columns, weights } = set
  const seen = cut.words.map((word, place) => seeWord(set, word, cut.flags[place]!))
  const hashes = seen.map(({ hash }) => hash)
  const negated = negatedWords(cut)
  const wordSums = new Int32Array(columns)
  const grams: number[] = []
  let wordCount = 0
  const take = (hash: number, fromWord: number, toWord: number) => {
    wordCount++
    const row = table.find(hash)
    if (row < 0) return
    if (toWord > 0) grams.push(row, fromWord, toWord)
    const from = row * columns
    for (let column = 0; column < columns; column++) wordSums[column]! += weights[from + column]!
  }
  takeWordGrams(cut, { hashes, negated }, take)
  for (const hash of shapeHashes(cut)) take(hash, 0, 0)
  const charSums = new Int32Array(columns)
  let charCount = 0
  for (const { chars, charCount: count } of seen) {
    charCount += count
    for (let column = 0; column < columns; column++) charSums[column]! += chars[column]!
  }
  const wordUnit = 1 / Math.sqrt(wordCount)
  const charUnit = charCount === 0 ? 0 : 1 / Math.sqrt(charCount)
  const steps = new Float64Array(columns)
  for (let column = 0; column < columns; column++) {
    steps[column] = wordSums[column]! * wordUnit + charSums[column]! * charUnit
  }
  const scores = { set, steps, seen, grams, wordUnit, charUnit, dense: new Float64Array(columns) }
  const valences = set.words ? addDense(scores, cut, set.words, negated) : new Float32Array(seen.length)
  return { ...scores, valences }
}

function addDense(
  { set, seen, dense: sums }: Pick<Scores, 'set' | 'seen' | 'dense'>,
  cut: CutPost,
  words: KnownWords,
  negated: Uint8Array,
): Float32Array {
  const lists = [
    Float32Array.from(seen, (word) => word.valences[0]),
    Float32Array.from(seen, (word) => word.valences[1]),
  ]
  const rows = Int32Array.from(seen, (word) => word.vector)
  fillDense(words, { cut, negated, lists, rows }, dense)
  const { columns, dense: weights } = set
  for (let at = 0; at < denseSize; at++) {
    const value = dense[at]!
    if (value === 0) continue
    for (let column = 0; column < columns; column++) sums[column]! += value * weights[at * columns + column]!
  }
  return lists[0]!.map((value, place) => (value + lists[1]![place]!) * (negated[place] ? -0.5 : 0.5))
}
