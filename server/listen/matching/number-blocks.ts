import type { PagedNumbers } from './paged-numbers.ts'
import { makePagedNumbers, offsetAt, pageAt, pageNumberOf, releasePages, reserve, turnPages } from './paged-numbers.ts'

/** Short lists that grow and shrink, as blocks of `[count and size class, number…]`, each found by its address. */
export interface NumberBlocks {
  numbers: PagedNumbers
  /** By size class, that is the binary logarithm of a block's size: the blocks that are free. */
  free: (number[] | undefined)[]
  /** Pages that blocks are moved away from: what becomes free there is not used again. */
  leaving: Set<number>
}

export function makeNumberBlocks(): NumberBlocks {
  return { numbers: makePagedNumbers(), free: [], leaving: new Set() }
}

/** How many numbers a block has, by its first. */
export function countIn(first: number): number {
  return first >> 5
}

/** The numbers of a block; to be read at once. None at address 0. */
export function numbersIn({ numbers }: NumberBlocks, address: number): Int32Array {
  const page = pageAt(numbers, address)
  const start = offsetAt(address) + 1
  return address === 0 ? page.subarray(0, 0) : page.subarray(start, start + countIn(page[start - 1]!))
}

/** Makes a block of at least one number and gives its address. */
export function makeBlock(blocks: NumberBlocks, written: ArrayLike<number>): number {
  const sizeClass = 32 - Math.clz32(written.length)
  const address = blocks.free[sizeClass]?.pop() ?? reserve(blocks.numbers, 1 << sizeClass)
  const page = pageAt(blocks.numbers, address)
  page[offsetAt(address)] = (written.length << 5) | sizeClass
  page.set(written, offsetAt(address) + 1)
  return address
}

/** Adds numbers behind those of a block, 0 for none yet; gives the address where it is from now on. */
export function appendTo(blocks: NumberBlocks, address: number, added: readonly number[]): number {
  if (address === 0) return makeBlock(blocks, added)
  const page = pageAt(blocks.numbers, address)
  const start = offsetAt(address)
  const count = countIn(page[start]!)
  if (count + added.length < 1 << (page[start]! & 31)) {
    page.set(added, start + 1 + count)
    page[start]! += added.length << 5
    return address
  }
  const moved = makeBlock(blocks, [...numbersIn(blocks, address), ...added])
  freeBlock(blocks, address)
  return moved
}

/** Takes `taken` numbers from a block, from the one at `at`; as many of its last ones come in their place. 0: it is empty. */
export function takeFrom(blocks: NumberBlocks, address: number, { at, taken }: { at: number; taken: number }): number {
  const page = pageAt(blocks.numbers, address)
  const start = offsetAt(address)
  const count = countIn(page[start]!)
  page.copyWithin(start + 1 + at, start + 1 + count - taken, start + 1 + count)
  page[start]! -= taken << 5
  if (count > taken) return address
  freeBlock(blocks, address)
  return 0
}

/** Moves a block to where numbers are taken now; gives its new address. Its old place is not used again. */
export function moveBlock(blocks: NumberBlocks, address: number): number {
  const { numbers } = blocks
  const page = pageAt(numbers, address)
  const start = offsetAt(address)
  const size = 1 << (page[start]! & 31)
  const moved = reserve(numbers, size)
  pageAt(numbers, moved).set(page.subarray(start, start + size), offsetAt(moved))
  return moved
}

/** From now on blocks go to new pages, until `endMove`; every block must be moved until then. */
export function beginMove(blocks: NumberBlocks): void {
  blocks.free = []
  blocks.leaving = turnPages(blocks.numbers)
}

/** Whether a block must still be moved. */
export function isLeft({ leaving }: NumberBlocks, address: number): boolean {
  return address > 0 && leaving.has(pageNumberOf(address))
}

export function endMove(blocks: NumberBlocks): void {
  releasePages(blocks.numbers, blocks.leaving)
  blocks.leaving = new Set()
}

export function freeBlock(blocks: NumberBlocks, address: number): void {
  if (isLeft(blocks, address)) return
  const page = pageAt(blocks.numbers, address)
  const sizeClass = page[offsetAt(address)]! & 31
  ;(blocks.free[sizeClass] ??= []).push(address)
}
