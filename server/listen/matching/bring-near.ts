import { rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { Kept } from './move-blocks.ts'
import { countIn } from './number-blocks.ts'
import type { NumberList } from './number-list.ts'
import { offsetAt, pageAt } from './paged-numbers.ts'

const numbersInLine = 16

/**
 * Reads ahead the blocks of leaves that were found, for all of them at once; see `bringNear` of words. Gives a number
 * without meaning.
 */
export function bringBlocksNear({ blocks, field }: Kept, { words: { rows } }: LeafTable, leaves: NumberList): number {
  const { items, count } = leaves
  let read = 0
  for (let index = 0; index < count; index++) {
    const address = rows[rowOf(items[index]!) + field]!
    if (address > 0) read ^= pageAt(blocks.numbers, address)[offsetAt(address)]!
  }
  for (let index = 0; index < count; index++) {
    const address = rows[rowOf(items[index]!) + field]!
    if (address <= 0) continue
    const page = pageAt(blocks.numbers, address)
    const start = offsetAt(address)
    const end = start + countIn(page[start]!)
    for (let at = start + numbersInLine; at <= end; at += numbersInLine) read ^= page[at]!
  }
  return read
}
