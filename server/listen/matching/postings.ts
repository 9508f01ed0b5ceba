import { rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { PagedNumbers } from './paged-numbers.ts'
import { makePagedNumbers, offsetAt, pageAt, reserve } from './paged-numbers.ts'

/**
 * By leaf, what belongs to it: queries, as blocks of `[count and size class, entry…]`. Most leaves have one entry only;
 * that stands in the leaf's row itself, negative. Otherwise there is the address of the block, or 0.
 */
export interface Postings {
  table: LeafTable
  /** Where in the row of a leaf they are kept. */
  field: number
  blocks: PagedNumbers
  /** By size class, that is the binary logarithm of a block's size: the blocks that are free. */
  free: number[][]
}

export function makePostings(table: LeafTable, field: number): Postings {
  return { table, field, blocks: makePagedNumbers(), free: Array.from({ length: 31 }, () => []) }
}

function addressOf({ table, field }: Postings, leaf: number): number {
  return table.words.rows[rowOf(leaf) + field]!
}

function setAddress({ table, field }: Postings, leaf: number, address: number): void {
  table.words.rows[rowOf(leaf) + field] = address
}

/** Adds a query to a leaf. */
export function addPosting(postings: Postings, leaf: number, query: number): void {
  const address = addressOf(postings, leaf)
  if (address === 0) setAddress(postings, leaf, -query)
  else if (address < 0) setAddress(postings, leaf, makeBlock(postings, [-address, query]))
  else append(postings, leaf, query)
}

/** Takes a query from a leaf, once. */
export function removePosting(postings: Postings, leaf: number, query: number): void {
  const address = addressOf(postings, leaf)
  if (address === -query) setAddress(postings, leaf, 0)
  if (address <= 0) return
  const page = pageAt(postings.blocks, address)
  const start = offsetAt(address)
  const count = page[start]! >> 5
  const found = page.subarray(start + 1, start + 1 + count).indexOf(query)
  if (found < 0) return
  page[start + 1 + found] = page[start + count]!
  page[start]! -= 1 << 5
  if (count > 1) return
  postings.free[page[start]! & 31]!.push(address)
  setAddress(postings, leaf, 0)
}

/** The queries of a leaf. */
export function postingsOf(postings: Postings, leaf: number): number[] {
  const address = addressOf(postings, leaf)
  if (address <= 0) return address === 0 ? [] : [-address]
  const page = pageAt(postings.blocks, address)
  const start = offsetAt(address)
  return Array.from(page.subarray(start + 1, start + 1 + (page[start]! >> 5)))
}

function makeBlock(postings: Postings, queries: readonly number[]): number {
  const sizeClass = 32 - Math.clz32(queries.length)
  const address = postings.free[sizeClass]!.pop() ?? reserve(postings.blocks, 1 << sizeClass)
  const page = pageAt(postings.blocks, address)
  page[offsetAt(address)] = (queries.length << 5) | sizeClass
  page.set(queries, offsetAt(address) + 1)
  return address
}

function append(postings: Postings, leaf: number, query: number): void {
  const address = addressOf(postings, leaf)
  const page = pageAt(postings.blocks, address)
  const start = offsetAt(address)
  const count = page[start]! >> 5
  const sizeClass = page[start]! & 31
  if (count + 1 < 1 << sizeClass) {
    page[start + 1 + count] = query
    page[start]! += 1 << 5
    return
  }
  setAddress(postings, leaf, makeBlock(postings, [...page.subarray(start + 1, start + 1 + count), query]))
  postings.free[sizeClass]!.push(address)
}
