import { fields, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { appendTo, numbersIn, takeFrom } from './number-blocks.ts'

/**
 * By leaf, the queries that it brings up, each with what else is asked at a glance, so that one walk over numbers side by
 * side does for most of them.
 */
export interface Entries {
  table: LeafTable
  entries: NumberBlocks
}

/**
 * A query: its number, twice, plus 1 when its program must be run; a group that must be there and one that must not, 0 for
 * none.
 */
export type Entry = readonly [query: number, must: number, mustNot: number]
export const entrySize = 3

/** Adds an entry to each of these leaves. */
export function addEntry({ table, entries }: Entries, leaves: Iterable<number>, entry: Entry): void {
  const { rows } = table.words
  for (const leaf of leaves) {
    const at = rowOf(leaf) + fields.entries
    rows[at] = appendTo(entries, rows[at]!, entry)
  }
}

/** Takes an entry of a query from each of these leaves. */
export function removeEntry({ table, entries }: Entries, leaves: Iterable<number>, query: number): void {
  const { rows } = table.words
  for (const leaf of leaves) {
    const row = rowOf(leaf) + fields.entries
    const at = placeOf(numbersIn(entries, rows[row]!), query)
    if (at >= 0) rows[row] = takeFrom(entries, rows[row]!, { at, taken: entrySize })
  }
}

function placeOf(numbers: Int32Array, query: number): number {
  for (let at = 0; at < numbers.length; at += entrySize) if (numbers[at]! >> 1 === query) return at
  return -1
}

/** The entries of a leaf that are a query's. */
export function entriesOf({ table, entries }: Entries, leaf: number, query: number): Entry[] {
  const numbers = numbersIn(entries, table.words.rows[rowOf(leaf) + fields.entries]!)
  const found: Entry[] = []
  for (let at = 0; at < numbers.length; at += entrySize)
    if (numbers[at]! >> 1 === query) found.push([numbers[at]!, numbers[at + 1]!, numbers[at + 2]!])
  return found
}
