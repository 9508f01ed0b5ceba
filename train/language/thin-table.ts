import type { SparseTable } from './sparse-table.ts'

/**
 * The same table with fewer entries. What a feature says of all languages alike says nothing, so its weights are counted
 * from their median; the languages whose weight then is lighter than `lightest` lose their entry.
 */
export function thinTable(table: SparseTable, lightest: number): SparseTable {
  const from = new Int32Array(table.hashes.length + 1)
  const languages: number[] = []
  const weights: number[] = []
  const row = new Float64Array(table.languages.length)
  for (const number of table.hashes.keys()) {
    const [first, end] = [table.from[number]!, table.from[number + 1]!]
    row.fill(0)
    for (let i = first; i < end; i += 1) row[table.language[i]!] = table.weight[i]!
    const candidates = candidatesWith(table, table.language[first])
    const middle = medianOf(candidates.map((candidate) => row[candidate]!))
    for (const candidate of candidates) {
      const weight = row[candidate]! - middle
      if (Math.abs(weight) <= lightest) continue
      languages.push(candidate)
      weights.push(weight)
    }
    from[number + 1] = weights.length
  }
  return { ...table, from, language: Uint8Array.from(languages), weight: Float32Array.from(weights) }
}

function candidatesWith(table: SparseTable, language: number | undefined): number[] {
  const all = Object.values(table.candidates)
  return all.find((candidates) => language !== undefined && candidates.includes(language)) ?? []
}

function medianOf(numbers: readonly number[]): number {
  return Float64Array.from(numbers).toSorted()[Math.floor(numbers.length / 2)] ?? 0
}
