import { fields, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { beginMove, endMove, isLeft, moveBlock } from './number-blocks.ts'

/** Blocks that leaves have, and where in the row of a leaf their address stands. */
export interface Kept {
  blocks: NumberBlocks
  field: number
}

const leavesAtOnce = 1_024
const blocksAtOnce = 128
/** Leaves of at least such a share of the posts stand together, then the next ones, then all others. */
const shares = [1 / 1_000, 1 / 20_000, 0]

/**
 * Moves what leaves have together, that of frequent leaves side by side: most of it is never asked for, and what is then
 * lies on few pages of memory. Rests after every few leaves.
 */
export function* moveBlocks(table: LeafTable, kept: readonly Kept[], counted: number): Generator<undefined, void> {
  for (const { blocks } of kept) beginMove(blocks)
  for (const share of shares) {
    let moved = 0
    for (let leaf = 1; leaf < table.words.size; leaf++) {
      if (leaf % leavesAtOnce === 0) yield
      if (table.words.rows[rowOf(leaf) + fields.count]! < share * counted) continue
      for (const one of kept) if (moveKept(table, leaf, one) && ++moved % blocksAtOnce === 0) yield
    }
  }
  for (const { blocks } of kept) endMove(blocks)
}

function moveKept({ words }: LeafTable, leaf: number, { blocks, field }: Kept): boolean {
  const at = rowOf(leaf) + field
  if (!isLeft(blocks, words.rows[at]!)) return false
  words.rows[at] = moveBlock(blocks, words.rows[at]!)
  return true
}
