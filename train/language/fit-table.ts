import type { Random } from '../net/random.ts'
import { shuffle } from '../net/random.ts'
import type { Encoded, SparseTable } from './sparse-table.ts'

export interface Fitting {
  passes: number
  /** Length of a step of AdaGrad at the first pass; it falls to nearly nothing at the last. */
  step: number
  /** The sum of the weights is divided by the count of features to this power. */
  power: number
  /** What a mistake in a language counts, 1 where it is not named. */
  importance: Readonly<Record<string, number>>
  random: Random
  note: (line: string) => void
}

/** Of each longer text so many pieces of one to five words are learned too, for posts are often that short. */
const pieces = 2
const longestPiece = 5
const importanceOfPiece = 0.7
/** Below this a text is learned, and moving the weights further would only take time. */
const learned = 1e-5

/**
 * Softmax regression over the entries that the table has, from where it stands: one text at a time, AdaGrad with one sum
 * a feature (Duchi, Hazan and Singer, 2011). Few passes, so that the counts keep their say. Changes the table in place.
 */
export function fitTable(table: SparseTable, texts: readonly Encoded[], fitting: Fitting): void {
  const learner = makeLearner(table, fitting)
  const order = [...texts]
  for (let pass = 0; pass < fitting.passes; pass += 1) {
    const step = fitting.step * (1 - pass / fitting.passes) + 0.01 * fitting.step
    let loss = 0
    let count = 0
    for (const text of shuffle(order, fitting.random)) {
      loss += learner(text, text.words, step)
      count += 1
      if (text.words.length < 3) continue
      for (let piece = 0; piece < pieces; piece += 1)
        loss += learner(text, pieceOf(text.words, fitting.random), step * importanceOfPiece)
      count += pieces
    }
    fitting.note(
      `pass ${pass + 1} of ${fitting.passes}: loss ${(loss / count).toFixed(4)} over ${count} texts and pieces`,
    )
  }
}

function pieceOf(words: readonly Uint32Array[], random: Random): readonly Uint32Array[] {
  const length = Math.min(words.length, 1 + Math.floor(random() * longestPiece))
  const from = Math.floor(random() * (words.length - length + 1))
  return words.slice(from, from + length)
}

type Learner = (text: Encoded, words: readonly Uint32Array[], step: number) => number

function makeLearner(table: SparseTable, { power, importance }: Fitting): Learner {
  const { from, language, weight, biases, languages } = table
  const sums = new Float64Array(languages.length)
  const slopes = new Float64Array(languages.length)
  const moved = new Float32Array(table.hashes.length).fill(1e-6)
  const movedBiases = new Float64Array(languages.length).fill(1e-6)
  const importances = languages.map((name) => importance[name] ?? 1)

  return ({ example, label }, words, step) => {
    const candidates = table.candidates[example.script]
    const count = words.reduce((sum, word) => sum + word.length, 0)
    if (count === 0) return 0
    const share = 1 / count ** power
    sums.fill(0)
    for (const word of words) {
      for (const number of word)
        for (let i = from[number]!; i < from[number + 1]!; i += 1) sums[language[i]!]! += weight[i]!
    }
    for (const candidate of candidates) sums[candidate] = sums[candidate]! * share + biases[candidate]!
    const loss = slopesInto(slopes, sums, { candidates, label })
    let size = 0
    for (const candidate of candidates) size += (slopes[candidate]! *= importances[label]!) ** 2
    if (size < learned) return loss
    for (const candidate of candidates) {
      movedBiases[candidate]! += slopes[candidate]! ** 2
      biases[candidate]! -= (0.1 * step * slopes[candidate]!) / Math.sqrt(movedBiases[candidate]!)
    }
    const grown = size * share * share
    for (const word of words) {
      for (const number of word) {
        moved[number]! += grown
        const length = (step * share) / Math.sqrt(moved[number]!)
        for (let i = from[number]!; i < from[number + 1]!; i += 1) weight[i]! -= length * slopes[language[i]!]!
      }
    }
    return loss
  }
}

/** Probabilities less the truth, for the candidates only; gives the loss. */
function slopesInto(
  slopes: Float64Array,
  sums: Float64Array,
  { candidates, label }: { candidates: readonly number[]; label: number },
): number {
  slopes.fill(0)
  let top = -Infinity
  for (const candidate of candidates) top = Math.max(top, sums[candidate]!)
  let total = 0
  for (const candidate of candidates) total += slopes[candidate] = Math.exp(sums[candidate]! - top)
  for (const candidate of candidates) slopes[candidate]! /= total
  const loss = -Math.log(slopes[label]! + 1e-12)
  slopes[label]! -= 1
  return loss
}
