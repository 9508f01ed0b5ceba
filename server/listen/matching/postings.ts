import { fields, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { appendTo, makeBlock, numbersIn, takeFrom } from './number-blocks.ts'

/**
 * By leaf, the groups that it marks. Where it is one only, that stands in the leaf's row itself, negative. Otherwise there is
 * the address of a block, or 0.
 */
export interface Postings {
  table: LeafTable
  marked: NumberBlocks
}

/** Adds a group to a leaf. */
export function addPosting({ table, marked }: Postings, leaf: number, group: number): void {
  const { rows } = table.words
  const at = rowOf(leaf) + fields.marked
  const address = rows[at]!
  if (address === 0) rows[at] = -group
  else rows[at] = address < 0 ? makeBlock(marked, [-address, group]) : appendTo(marked, address, [group])
}

/** Takes a group from a leaf, once. */
export function removePosting({ table, marked }: Postings, leaf: number, group: number): void {
  const { rows } = table.words
  const address = rows[rowOf(leaf) + fields.marked]!
  if (address === -group) rows[rowOf(leaf) + fields.marked] = 0
  if (address <= 0) return
  const at = numbersIn(marked, address).indexOf(group)
  if (at >= 0) rows[rowOf(leaf) + fields.marked] = takeFrom(marked, address, { at, taken: 1 })
}

/** The groups of a leaf. */
export function postingsOf({ table, marked }: Postings, leaf: number): number[] {
  const address = table.words.rows[rowOf(leaf) + fields.marked]!
  return address < 0 ? [-address] : [...numbersIn(marked, address)]
}
