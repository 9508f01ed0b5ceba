import type { SparseRows } from '../rows/sparse-rows.ts'
import { descend } from '../../server/lib/descend.ts'

export interface Examples {
  sparse: SparseRows
  /** `width` numbers a row. */
  dense: Float32Array
  width: number
  labels: Int32Array
  /** Which source a row is from: each has a bias of its own. */
  sources: Int32Array
  weights: Float32Array
}

export interface Fit {
  classes: number
  sourceCount: number
  /** By column and label: how freely its weight may move. */
  ratios: Float32Array
  /** The larger, the freer are weights: of the sparse features and of the dense ones. */
  freedom: { sparse: number; dense: number }
  iterations: number
  tell?: (iteration: number, loss: number) => void
}

/** Weights by column and label, then by dense number and label, then by source and label. */
export interface Softmax {
  sparse: Float32Array
  dense: Float32Array
  biases: Float32Array
}

/** Softmax regression with weighted rows: the weights that fit best, each held back the more the less it told by counts. */
export function fitSoftmax(examples: Examples, fit: Fit): Softmax {
  const { sparse, width } = examples
  const { classes, sourceCount, ratios } = fit
  const sparseSize = sparse.columns * classes
  const denseSize = width * classes
  const size = sparseSize + denseSize + sourceCount * classes
  const weights = new Float32Array(size)
  const slopes = new Float64Array(size)
  // Dense numbers and biases stand in every row. Smaller units make them as steep as the rest, or the descent crawls.
  const unit = 2 / Math.sqrt(sparse.count)
  const free = new Float64Array(size).fill(unit)
  free.set(ratios)
  const hold = new Float64Array(size).fill(1e-6)
  hold.fill(1 / fit.freedom.sparse, 0, sparseSize)
  hold.fill(unit ** 2 / fit.freedom.dense, sparseSize, sparseSize + denseSize)
  const layout = { classes, denseAt: sparseSize, biasAt: sparseSize + denseSize }
  const at = new Float64Array(size)
  descend(
    at,
    (point, gradient) => {
      for (let place = 0; place < size; place++) weights[place] = point[place]! * free[place]!
      slopes.fill(0)
      let loss = sumLoss(examples, layout, { weights, slopes })
      for (let place = 0; place < size; place++) {
        loss += 0.5 * hold[place]! * point[place]! ** 2
        gradient[place] = slopes[place]! * free[place]! + hold[place]! * point[place]!
      }
      return loss
    },
    { iterations: fit.iterations, ...(fit.tell && { tell: fit.tell }) },
  )
  for (let place = 0; place < size; place++) weights[place] = at[place]! * free[place]!
  return {
    sparse: weights.slice(0, sparseSize),
    dense: weights.slice(sparseSize, layout.biasAt),
    biases: weights.slice(layout.biasAt),
  }
}

interface Layout {
  classes: number
  denseAt: number
  biasAt: number
}

function sumLoss(
  { sparse, dense, width, labels, sources, weights: rowWeights }: Examples,
  { classes, denseAt, biasAt }: Layout,
  { weights, slopes }: { weights: Float32Array; slopes: Float64Array },
): number {
  const { starts, places, values } = sparse
  const scores = new Float64Array(classes)
  let loss = 0
  for (let row = 0; row < sparse.count; row++) {
    const bias = biasAt + sources[row]! * classes
    for (let label = 0; label < classes; label++) scores[label] = weights[bias + label]!
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const base = places[at]! * classes
      const value = values[at]!
      for (let label = 0; label < classes; label++) scores[label]! += value * weights[base + label]!
    }
    for (let at = 0; at < width; at++) {
      const base = denseAt + at * classes
      const value = dense[row * width + at]!
      for (let label = 0; label < classes; label++) scores[label]! += value * weights[base + label]!
    }
    loss += rowWeights[row]! * toSlopes(scores, labels[row]!)
    for (let label = 0; label < classes; label++) {
      scores[label]! *= rowWeights[row]!
      slopes[bias + label]! += scores[label]!
    }
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const base = places[at]! * classes
      const value = values[at]!
      for (let label = 0; label < classes; label++) slopes[base + label]! += value * scores[label]!
    }
    for (let at = 0; at < width; at++) {
      const base = denseAt + at * classes
      const value = dense[row * width + at]!
      for (let label = 0; label < classes; label++) slopes[base + label]! += value * scores[label]!
    }
  }
  return loss
}

/** Turns scores into the slopes of the loss and gives the loss. */
function toSlopes(scores: Float64Array, label: number): number {
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  const own = scores[label]!
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] = Math.exp(scores[at]! - most)
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum
  scores[label]!--
  return Math.log(sum) + most - own
}
