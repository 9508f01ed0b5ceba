import type { Example, SharedScript } from './gather-examples.ts'
import { sharedScripts } from './gather-examples.ts'

/**
 * Weights for the pairs of feature and language that were met. Feature f has the entries from `from[f]` to `from[f + 1]`;
 * languages without an entry weigh 0, which is the same for all of them and so says nothing.
 */
export interface SparseTable {
  /** Those of the Latin script first. */
  languages: string[]
  /** For each script the places in `languages` that are written in it. */
  candidates: Record<SharedScript, number[]>
  hashes: Uint32Array
  from: Int32Array
  language: Uint8Array
  weight: Float32Array
  biases: Float32Array
  /** How often each feature was met. */
  met: Float64Array
}

/** An example with the numbers of its features in the table, unknown ones left out. */
export interface Encoded {
  example: Example
  label: number
  words: Uint32Array[]
}

/** Added to every count; small, because a letter run that a language never shows speaks against it. */
const added = 0.15

/** A first table: how much likelier a feature is in each language it was met in than in one where it never was. */
export function countTable(
  examples: readonly Example[],
  names: Record<SharedScript, string[]>,
  least: number,
): SparseTable {
  const languages = [...new Set(sharedScripts.flatMap((script) => names[script]))]
  const hashes = frequentFeatures(examples, least)
  const numbers = new Map(Array.from(hashes, (hash, number) => [hash, number]))
  const counts = new Map<number, number>()
  const totals = new Float64Array(languages.length)
  const met = new Float64Array(hashes.length)
  for (const { row, words } of examples) {
    const language = languages.indexOf(row.language)
    if (language === -1) continue
    for (const hash of words.flatMap((word) => [...word])) {
      const number = numbers.get(hash)
      if (number === undefined) continue
      const key = number * 64 + language
      counts.set(key, (counts.get(key) ?? 0) + 1)
      totals[language] = (totals[language] ?? 0) + 1
      met[number] = (met[number] ?? 0) + 1
    }
  }
  const mean = totals.reduce((sum, total) => sum + total, 0) / languages.length
  const entries = [...counts].toSorted(([a], [b]) => a - b)
  const from = new Int32Array(hashes.length + 1)
  for (const [key] of entries) from[Math.floor(key / 64) + 1]! += 1
  for (let number = 0; number < hashes.length; number += 1) from[number + 1]! += from[number]!
  return {
    languages,
    candidates: mapScripts((script) => names[script].map((name) => languages.indexOf(name))),
    hashes,
    from,
    language: Uint8Array.from(entries, ([key]) => key % 64),
    weight: Float32Array.from(entries, ([key, count]) => Math.log1p(((count / totals[key % 64]!) * mean) / added)),
    biases: new Float32Array(languages.length),
    met,
  }
}

export function mapScripts<To>(to: (script: SharedScript) => To): Record<SharedScript, To> {
  return { Latin: to('Latin'), Cyrillic: to('Cyrillic'), Arabic: to('Arabic'), Devanagari: to('Devanagari') }
}

/** Features that stand in at least so many texts, ascending, so that the order of the rows does not matter. */
function frequentFeatures(examples: readonly Example[], least: number): Uint32Array {
  const texts = new Map<number, number>()
  for (const { words } of examples) {
    for (const hash of new Set(words.flatMap((word) => [...word]))) texts.set(hash, (texts.get(hash) ?? 0) + 1)
  }
  return Uint32Array.from([...texts].filter(([, count]) => count >= least).map(([hash]) => hash)).toSorted()
}

/** Examples as the table's own numbers; those of languages that the script does not have are left out. */
export function encode(table: SparseTable, examples: readonly Example[]): Encoded[] {
  const numbers = new Map(Array.from(table.hashes, (hash, number) => [hash, number]))
  const numbersOf = (word: Uint32Array) => Uint32Array.from([...word].flatMap((hash) => numbers.get(hash) ?? []))
  return examples.flatMap((example) => {
    const label = table.languages.indexOf(example.row.language)
    if (!table.candidates[example.script].includes(label)) return []
    return [{ example, label, words: example.words.map(numbersOf) }]
  })
}

/** The `kept` most useful features: those with large weights that are met often. */
export function pruneTable(table: SparseTable, kept: number): SparseTable {
  const worth = Float64Array.from(table.hashes, (_, number) => {
    const weights = table.weight.subarray(table.from[number], table.from[number + 1])
    return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) * table.met[number]!)
  })
  const line = worth.toSorted().at(-kept) ?? 0
  return chooseEntries(table, (number) => worth[number]! >= line)
}

/** The table with only some of its features, and without entries that weigh next to nothing. */
export function chooseEntries(table: SparseTable, keeps: (number: number) => boolean, lightest = 0): SparseTable {
  const numbers = [...table.hashes.keys()].filter(keeps)
  const places = numbers.map((number) => {
    const all = Array.from({ length: table.from[number + 1]! - table.from[number]! }, (_, i) => table.from[number]! + i)
    return all.filter((place) => Math.abs(table.weight[place]!) > lightest)
  })
  const from = new Int32Array(numbers.length + 1)
  for (const [i, own] of places.entries()) from[i + 1] = from[i]! + own.length
  return {
    ...table,
    hashes: Uint32Array.from(numbers, (number) => table.hashes[number]!),
    met: Float64Array.from(numbers, (number) => table.met[number]!),
    from,
    language: Uint8Array.from(places.flat(), (place) => table.language[place]!),
    weight: Float32Array.from(places.flat(), (place) => table.weight[place]!),
  }
}
