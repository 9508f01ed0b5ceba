/** Numbers in one word's vector. */
export const vectorSize = 100

/** How many numbers the vectors of a post give: their mean, the most and the least, each by dimension. */
export const pooledSize = vectorSize * 3

/**
 * Pools the vectors of words (rows in `vectors`, -1 for a word without one) into mean, most and least by dimension; all 0
 * where no word has a vector.
 */
export function addPooledVectors(
  rows: Int32Array,
  { vectors, step }: { vectors: Int8Array; step: number },
  into: Float32Array,
): void {
  into.fill(0, 0, pooledSize)
  let found = 0
  for (const row of rows) {
    if (row < 0) continue
    const from = row * vectorSize
    if (found === 0) {
      for (let at = 0; at < vectorSize; at++) {
        const value = vectors[from + at]!
        into[at] = into[vectorSize + at] = into[2 * vectorSize + at] = value
      }
    } else {
      for (let at = 0; at < vectorSize; at++) {
        const value = vectors[from + at]!
        into[at]! += value
        if (value > into[vectorSize + at]!) into[vectorSize + at] = value
        if (value < into[2 * vectorSize + at]!) into[2 * vectorSize + at] = value
      }
    }
    found++
  }
  if (found === 0) return
  for (let at = 0; at < vectorSize; at++) into[at]! *= step / found
  for (let at = vectorSize; at < pooledSize; at++) into[at]! *= step
}
