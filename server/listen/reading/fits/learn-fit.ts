import { descend } from '../../../lib/descend.ts'
import { findRows } from './apply-fit.ts'
import { type Fit, softmax } from './fit.ts'
import type { Gram } from './grams-of-post.ts'

/** One post that a person judged. */
export interface Answer {
  /** What the reader made of it, by label. */
  shares: readonly number[]
  grams: readonly Gram[]
  /** The place of the label that the person gave. */
  target: number
  /** How much it counts, 1 on the whole. */
  weight: number
}

/** A weight is held back by so much; so are offsets and the temperature. */
const hold = { head: 0.3, offset: 0.05, temperature: 1 }

/** Features in fewer answers teach nothing general. */
const leastAnswers = 2
const mostFeatures = 4_000

/**
 * Softmax regression on top of a reader's own probabilities, by L-BFGS with every weight held back (ridge). Without
 * `withHead` only the temperature and the offsets are learned: a refit of the calibration.
 */
export function learnFit(
  answers: readonly Answer[],
  { labels, withHead }: { labels: readonly string[]; withHead: boolean },
): Fit {
  const hashes = withHead ? frequentGrams(answers) : new Uint32Array()
  const classes = labels.length
  const empty: Fit = { labels, temperature: 1, offsets: labels.map(() => 0), hashes, weights: new Float32Array() }
  const rows = answers.map(({ grams, shares, ...rest }) => ({
    ...rest,
    logs: shares.map((share) => Math.log(share)),
    found: findRows(empty, grams),
  }))
  // One number for the slope over the logarithms (1 / temperature), the offsets, then the weights by feature and label.
  const at = new Float64Array(1 + classes + hashes.length * classes)
  at[0] = 1
  descend(at, (point, slopes) => lossOf(rows, classes, { point, slopes }), { iterations: 200, tolerance: 1e-7 })
  return {
    labels,
    temperature: 1 / Math.max(0.05, at[0]),
    offsets: [...at.subarray(1, 1 + classes)],
    hashes,
    weights: Float32Array.from(at.subarray(1 + classes)),
  }
}

interface Row extends Pick<Answer, 'target' | 'weight'> {
  logs: number[]
  found: { row: number; unit: number }[]
}

function lossOf(
  rows: readonly Row[],
  classes: number,
  { point, slopes }: { point: Float64Array; slopes: Float64Array },
): number {
  let loss = 0.5 * hold.temperature * (point[0]! - 1) ** 2
  slopes[0] = hold.temperature * (point[0]! - 1)
  for (let place = 1; place < point.length; place++) {
    const held = place <= classes ? hold.offset : hold.head
    loss += 0.5 * held * point[place]! ** 2
    slopes[place] = held * point[place]!
  }
  for (const { logs, found, target, weight } of rows) {
    const scores = logs.map((log, label) => {
      let score = log * point[0]! + point[1 + label]!
      for (const { row, unit } of found) score += unit * point[1 + classes + row * classes + label]!
      return score
    })
    const shares = softmax(scores)
    loss -= weight * Math.log(Math.max(1e-12, shares[target]!))
    for (let label = 0; label < classes; label++) {
      const slope = weight * (shares[label]! - (label === target ? 1 : 0))
      slopes[0] += slope * logs[label]!
      slopes[1 + label]! += slope
      for (const { row, unit } of found) slopes[1 + classes + row * classes + label]! += slope * unit
    }
  }
  return loss
}

/** The features that stand in several answers, the most frequent if there are too many; sorted. */
function frequentGrams(answers: readonly Answer[]): Uint32Array {
  const counts = new Map<number, number>()
  for (const { grams } of answers)
    for (const hash of new Set(grams.map((gram) => gram.hash))) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const kept = [...counts]
    .filter(([, count]) => count >= leastAnswers)
    .toSorted(([a, one], [b, two]) => two - one || a - b)
    .slice(0, mostFeatures)
  return Uint32Array.from(kept.map(([hash]) => hash)).toSorted()
}
