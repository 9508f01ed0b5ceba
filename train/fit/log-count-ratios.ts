import type { SparseRows } from '../rows/sparse-rows.ts'

/** Added to every count, so that a feature seen once proves little. */
const smoothing = 1

/**
 * How much more of a feature stands under each label than under all others, as the size of a log-ratio, by feature and
 * label; at least `floor`. After Wang and Manning, Baselines and Bigrams (2012).
 */
export function logCountRatios(
  rows: SparseRows,
  { labels, classes, floor }: { labels: Int32Array; classes: number; floor: number },
): Float32Array {
  const sums = new Float64Array(rows.columns * classes).fill(smoothing)
  const totals = new Float64Array(classes).fill(smoothing * rows.columns)
  for (let row = 0; row < rows.count; row++) {
    const label = labels[row]!
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      sums[rows.places[at]! * classes + label]! += rows.values[at]! > 0 ? 1 : 0
      totals[label]! += 1
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0)
  const ratios = new Float32Array(rows.columns * classes)
  for (let column = 0; column < rows.columns; column++) {
    let sum = 0
    for (let label = 0; label < classes; label++) sum += sums[column * classes + label]!
    for (let label = 0; label < classes; label++) {
      const own = sums[column * classes + label]!
      const ratio = Math.log(own / totals[label]! / ((sum - own) / (all - totals[label]!)))
      ratios[column * classes + label] = Math.max(floor, Math.abs(ratio))
    }
  }
  return ratios
}
