/** Numbers made even: less their mean, times a triangular matrix, they have variance 1 and do not go together. */
export interface Whitening {
  width: number
  means: Float64Array
  /** Row by row; 0 above the diagonal. */
  matrix: Float64Array
}

/** More rows tell no more of how numbers go together. */
const mostRows = 20_000

/** Added to every variance, as a share of it, so that what hardly differs is not blown up. */
const ridge = 0.1

/** How to whiten rows of `width` numbers: the inverse of the Cholesky factor of their covariance. */
export function learnWhitening(rows: Float32Array, width: number, count: number): Whitening {
  const stride = Math.max(1, Math.floor(count / mostRows))
  const means = new Float64Array(width)
  let seen = 0
  for (let row = 0; row < count; row += stride, seen++)
    for (let at = 0; at < width; at++) means[at]! += rows[row * width + at]!
  for (let at = 0; at < width; at++) means[at]! /= seen
  const covariance = new Float64Array(width * width)
  const centred = new Float64Array(width)
  for (let row = 0; row < count; row += stride) {
    for (let at = 0; at < width; at++) centred[at] = rows[row * width + at]! - means[at]!
    for (let at = 0; at < width; at++) {
      const value = centred[at]! / seen
      for (let other = 0; other <= at; other++) covariance[at * width + other]! += value * centred[other]!
    }
  }
  for (let at = 0; at < width; at++) covariance[at * width + at]! += ridge * covariance[at * width + at]! + 1e-6
  return { width, means, matrix: inverseOf(choleskyOf(covariance, width), width) }
}

export function whiten(rows: Float32Array, { width, means, matrix }: Whitening): void {
  if (width === 0) return
  const centred = new Float64Array(width)
  for (let start = 0; start < rows.length; start += width) {
    for (let at = 0; at < width; at++) centred[at] = rows[start + at]! - means[at]!
    for (let at = 0; at < width; at++) {
      let sum = 0
      for (let other = 0; other <= at; other++) sum += matrix[at * width + other]! * centred[other]!
      rows[start + at] = sum
    }
  }
}

function choleskyOf(matrix: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * width + column]!
      for (let at = 0; at < column; at++) sum -= factor[row * width + at]! * factor[column * width + at]!
      factor[row * width + column] = row === column ? Math.sqrt(sum) : sum / factor[column * width + column]!
    }
  }
  return factor
}

function inverseOf(factor: Float64Array, width: number): Float64Array {
  const inverse = new Float64Array(width * width)
  for (let column = 0; column < width; column++) {
    for (let row = column; row < width; row++) {
      let sum = row === column ? 1 : 0
      for (let at = column; at < row; at++) sum -= factor[row * width + at]! * inverse[at * width + column]!
      inverse[row * width + column] = sum / factor[row * width + row]!
    }
  }
  return inverse
}

/** Weights of whitened numbers as weights of the numbers themselves, and what to add to each score. */
export function unwhiten(
  weights: Float32Array,
  { width, means, matrix }: Whitening,
  classes: number,
): { weights: Float32Array; added: Float64Array } {
  const plain = new Float32Array(width * classes)
  const added = new Float64Array(classes)
  for (let label = 0; label < classes; label++) {
    for (let at = 0; at < width; at++) {
      let sum = 0
      for (let row = at; row < width; row++) sum += matrix[row * width + at]! * weights[row * classes + label]!
      plain[at * classes + label] = sum
      added[label]! -= sum * means[at]!
    }
  }
  return { weights: plain, added }
}
