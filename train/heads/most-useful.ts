import type { SparseRows } from '../rows/sparse-rows.ts'

/** The columns with the largest difference between their weights times the root of how many rows have them. */
export function mostUseful(
  { columns, places }: SparseRows,
  weights: Float32Array,
  { classes, most }: { classes: number; most: number },
): Set<number> {
  const counts = new Float64Array(columns)
  for (const place of places) counts[place]!++
  const uses = new Float64Array(columns)
  for (let column = 0; column < columns; column++) {
    const own = weights.subarray(column * classes, (column + 1) * classes)
    uses[column] = (Math.max(...own) - Math.min(...own)) * Math.sqrt(counts[column]!)
  }
  const order = Uint32Array.from({ length: columns }, (_, column) => column)
  order.sort((a, b) => uses[b]! - uses[a]! || a - b)
  return new Set(order.subarray(0, most))
}
