import { expect, test } from 'vitest'
import { presentTree } from '../../../../server/listen/topics/present-tree.ts'
import type { TopBlock } from './block.ts'
import { blocksOfTree } from './blocks-of-tree.ts'
import { addChips, addGroup, changeNear, moveChip, removeBlock, rewriteChip, turnGroup } from './change-blocks.ts'
import { printBlocks } from './print-blocks.ts'

const read = (text: string): TopBlock[] => blocksOfTree(text, presentTree(text)).blocks
const print = (blocks: TopBlock[]): string => printBlocks(blocks).text
const groupAt = (blocks: readonly TopBlock[], index: number): string => blocks[index]!.id

test('a chip is added once, rewritten and removed', () => {
  const blocks = read('parcel OR package')
  const more = addChips(blocks, groupAt(blocks, 0), ['box', 'parcel', '"a b"', 'box'])
  expect(print(more)).toBe('parcel OR package OR box OR "a b"')
  expect(print(removeBlock(more, '0.0.1'))).toBe('parcel OR box OR "a b"')
  expect(print(rewriteChip(more, '0.0.0', 'Parcel'))).toBe('Parcel OR package OR box OR "a b"')
})

test('a chip moves from group to group, and stays at the ends', () => {
  const blocks = read('(parcel OR late) -baby')
  const [any] = blocks
  const id = any?.kind === 'any' ? any.of[1]!.id : ''
  const moved = moveChip(blocks, id, 1)
  expect(print(moved)).toBe('parcel -baby -late')
  expect(print(moveChip(moved, id, 1))).toBe('parcel -baby -late')
  expect(print(moveChip(moved, id, -1))).toBe('(parcel OR late) -baby')
})

test('a group is added, filled and turned; an empty one leaves no trace in the text', () => {
  const added = addGroup(read('parcel'), 'none')
  expect(print(added.blocks)).toBe('parcel')
  const filled = addChips(added.blocks, added.id, ['baby', 'birth'])
  expect(print(filled)).toBe('parcel -baby -birth')
  expect(print(turnGroup(filled, added.id, 'any'))).toBe('parcel (baby OR birth)')
})

test('near is printed once both sides have something', () => {
  const added = addGroup(read('lang:en'), 'near')
  const half = addChips(added.blocks, added.id, ['parcel', 'box'])
  expect(print(half)).toBe('lang:en (parcel OR box)')
  const near = half.at(-1)!
  const whole = addChips(half, near.kind === 'near' ? near.right.id : '', ['late'])
  expect(print(whole)).toBe('lang:en (parcel OR box) NEAR/5 late')
  expect(print(changeNear(whole, near.id, { distance: 8, ordered: true }))).toBe(
    'lang:en (parcel OR box) BEFORE/8 late',
  )
})
