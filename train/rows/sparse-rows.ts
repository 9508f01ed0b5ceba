import type { HashedRows } from './extract-rows.ts'
import type { HashIndex } from './hash-index.ts'

/** Rows of a matrix by their values that are not 0: row `r` has those from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  count: number
  columns: number
  starts: Int32Array
  places: Int32Array
  values: Float32Array
}

/**
 * Rows by the columns of known features. How often a feature stands in a row is divided by the square root of how many
 * features, known or not, its group (words, or characters) has there, so that long posts weigh no more than short ones.
 */
export function sparseRows({ count, hashes, ends }: HashedRows, known: HashIndex, columnOf?: Int32Array): SparseRows {
  const starts = new Int32Array(count + 1)
  const places = new Int32Array(hashes.length)
  const values = new Float32Array(hashes.length)
  let size = 0
  let from = 0
  for (let group = 0; group < count * 2; group++) {
    const groupStart = size
    const unit = 1 / Math.sqrt(ends[group]! - from)
    for (const end = ends[group]!; from < end; from++) {
      const number = known.find(hashes[from]!)
      const column = number < 0 || !columnOf ? number : columnOf[number]!
      if (column >= 0) places[size++] = column
    }
    places.subarray(groupStart, size).sort()
    let to = groupStart
    for (let at = groupStart; at < size; at++) {
      if (to > groupStart && places[to - 1] === places[at]) values[to - 1]! += unit
      else {
        places[to] = places[at]!
        values[to++] = unit
      }
    }
    size = to
    if (group % 2 === 1) starts[(group + 1) / 2] = size
  }
  const columns = columnOf ? columnOf.reduce((most, column) => Math.max(most, column + 1), 0) : known.size
  return { count, columns, starts, places: places.slice(0, size), values: values.slice(0, size) }
}
