import type { LanguageBlocks, LanguageDetails } from '../../server/listen/reading/language/language-table.ts'
import type { SparseTable } from './sparse-table.ts'
import { chooseEntries } from './sparse-table.ts'

/** One weight in ten thousand is cut to the largest number that a byte holds, so that the others keep their steps. */
const withinByte = 0.9999

/** Rounds the weights to bytes and lays them out as the reader wants them. */
export function packTable(table: SparseTable, power: number): { details: LanguageDetails; blocks: LanguageBlocks } {
  const sizes = Float64Array.from(table.weight, Math.abs).toSorted()
  const scale = (sizes[Math.floor(sizes.length * withinByte)] ?? 1) / 127
  const kept = chooseEntries(table, () => true, scale / 2)
  const details = {
    languages: kept.languages,
    scripts: kept.candidates,
    scale: rounded(scale),
    power,
    biases: Array.from(kept.biases, rounded),
    sharpness: [{ below: 1e9, by: 1 }],
  }
  const hashes = Uint32Array.from(kept.hashes)
  const counts = Uint8Array.from(hashes, (_, number) => kept.from[number + 1]! - kept.from[number]!)
  const entries = Uint16Array.from(
    kept.weight,
    (weight, i) => kept.language[i]! * 256 + wholeNumber(weight, scale) + 128,
  )
  return { details, blocks: { hashes, counts, entries } }
}

function wholeNumber(weight: number, scale: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight / scale)))
}

/** Six digits, as they are written into the header. */
function rounded(number: number): number {
  return Number(number.toPrecision(6))
}
