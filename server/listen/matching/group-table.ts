import { fields, makeLeafTable, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { countIn, freeBlock, makeBlock, makeNumberBlocks, numbersIn } from './number-blocks.ts'
import type { NumberList } from './number-list.ts'
import { offsetAt, pageAt } from './paged-numbers.ts'
import { addPosting, removePosting } from './postings.ts'

/**
 * Lists of leaves of which one is asked for, as numbers from 1: a group. Queries share them, so that a post answers each
 * once. A group that is often asked for is marked as soon as one of its leaves is found; the others are looked at when they
 * are asked for.
 */
export interface GroupTable {
  table: LeafTable
  /** By group: `groupFields`. */
  rows: Int32Array
  leaves: NumberBlocks
  /** The first group of each chain of hashes, 0 for none. */
  chains: Int32Array
  /** The next free number, and numbers that are free again. */
  size: number
  free: number[]
  /** By leaf: the groups it marks. */
  marked: NumberBlocks
  /** By group: `unmarked`, or `onDemand` where it is not marked but looked at. */
  resting: Uint8Array
  /** The same, and the present post's mark for groups that are in it. */
  marks: Uint8Array
  mark: number
  /** By group: how often a post is expected to ask for it, by what its queries said last. */
  demand: Float32Array
}

export const groupRowSize = 4
const groupFields = { leaves: 0, uses: 1, hash: 2, next: 3 } as const

const unmarked = 0
const onDemand = 255
const lastMark = 254

export function makeGroupTable(table: LeafTable = makeLeafTable()): GroupTable {
  return {
    table,
    rows: new Int32Array(16 * groupRowSize),
    leaves: makeNumberBlocks(),
    chains: new Int32Array(16),
    size: 1,
    free: [],
    marked: makeNumberBlocks(),
    resting: new Uint8Array(16),
    marks: new Uint8Array(16),
    mark: 0,
    demand: new Float32Array(16),
  }
}

/** Marks the groups of leaves that were found, with another mark for each post. */
export function markGroups(groups: GroupTable, { items, count }: NumberList): void {
  turnMark(groups)
  const { marked, marks, mark, table } = groups
  const { rows } = table.words
  for (let index = 0; index < count; index++) {
    const address = rows[rowOf(items[index]!) + fields.marked]!
    if (address === 0) continue
    if (address < 0) {
      marks[-address] = mark
      continue
    }
    const page = pageAt(marked.numbers, address)
    const start = offsetAt(address)
    const end = start + countIn(page[start]!)
    for (let at = start + 1; at <= end; at++) marks[page[at]!] = mark
  }
}

function turnMark(groups: GroupTable): void {
  if (++groups.mark <= lastMark) return
  groups.marks.set(groups.resting)
  groups.mark = 1
}

/** The leaves of a group; to be read at once. */
export function leavesOf({ rows, leaves }: GroupTable, group: number): Int32Array {
  return numbersIn(leaves, rows[group * groupRowSize + groupFields.leaves]!)
}

/** Whether the post has one of a group's leaves; `bits` are those of its leaves. Its groups must be marked before. */
export function hasGroup(groups: GroupTable, group: number, bits: Int32Array): boolean {
  const mark = groups.marks[group]!
  return mark === groups.mark || (mark === onDemand && hasLeaf(groups, group, bits))
}

function hasLeaf({ rows, leaves }: GroupTable, group: number, bits: Int32Array): boolean {
  const address = rows[group * groupRowSize + groupFields.leaves]!
  const page = pageAt(leaves.numbers, address)
  const start = offsetAt(address)
  const end = start + countIn(page[start]!)
  for (let index = start + 1; index <= end; index++) {
    const leaf = page[index]!
    if ((bits[leaf >> 5]! & (1 << (leaf & 31))) !== 0) return true
  }
  return false
}

/** Whether some query has a group. */
export function isGroupUsed({ rows }: GroupTable, group: number): boolean {
  return rows[group * groupRowSize + groupFields.uses]! > 0
}

/** The group of some leaves, made when it is new; used once more. */
export function useGroup(groups: GroupTable, wanted: readonly number[]): number {
  const leaves = [...new Set(wanted)].toSorted((a, b) => a - b)
  const hash = hashOf(leaves)
  let group = groups.chains[hash & (groups.chains.length - 1)]!
  while (group !== 0 && !isOf(groups, group, { hash, leaves }))
    group = groups.rows[group * groupRowSize + groupFields.next]!
  if (group === 0) group = makeGroup(groups, leaves, hash)
  groups.rows[group * groupRowSize + groupFields.uses]!++
  return group
}

/** A group is used once less; with its last use it goes. */
export function releaseGroup(groups: GroupTable, group: number): void {
  if (--groups.rows[group * groupRowSize + groupFields.uses]! > 0) return
  watchGroup(groups, group, false)
  unchain(groups, group)
  freeBlock(groups.leaves, groups.rows[group * groupRowSize + groupFields.leaves]!)
  groups.free.push(group)
}

/** Whether a group is marked when one of its leaves is found, as one that is often asked for should be. */
export function watchGroup(groups: GroupTable, group: number, isWatched: boolean): void {
  if (isWatched === (groups.resting[group] === unmarked)) return
  const change = isWatched ? addPosting : removePosting
  for (const leaf of leavesOf(groups, group)) change(groups, leaf, group)
  rest(groups, group, isWatched ? unmarked : onDemand)
}

function rest({ resting, marks }: GroupTable, group: number, mark: number): void {
  resting[group] = mark
  marks[group] = mark
}

function isOf(
  groups: GroupTable,
  group: number,
  { hash, leaves }: { hash: number; leaves: readonly number[] },
): boolean {
  if (groups.rows[group * groupRowSize + groupFields.hash] !== hash) return false
  const own = leavesOf(groups, group)
  return own.length === leaves.length && own.every((leaf, at) => leaf === leaves[at])
}

function makeGroup(groups: GroupTable, leaves: readonly number[], hash: number): number {
  const group = groups.free.pop() ?? groups.size++
  if (group >= groups.demand.length) widen(groups)
  const row = group * groupRowSize
  groups.rows[row + groupFields.leaves] = makeBlock(groups.leaves, leaves)
  groups.rows[row + groupFields.uses] = 0
  groups.rows[row + groupFields.hash] = hash
  groups.demand[group] = 0
  chain(groups, group)
  rest(groups, group, onDemand)
  return group
}

function widen(groups: GroupTable): void {
  const size = groups.demand.length * 2
  groups.rows = into(new Int32Array(size * groupRowSize), groups.rows)
  groups.resting = into(new Uint8Array(size), groups.resting)
  groups.marks = into(new Uint8Array(size), groups.marks)
  groups.demand = into(new Float32Array(size), groups.demand)
  const known = groups.chains.length
  groups.chains = new Int32Array(size)
  if (known > 0) for (let group = 1; group < size / 2; group++) if (isGroupUsed(groups, group)) chain(groups, group)
}

function into<T extends Int32Array | Uint8Array | Float32Array>(wider: T, array: T): T {
  wider.set(array)
  return wider
}

function chain({ rows, chains }: GroupTable, group: number): void {
  const at = rows[group * groupRowSize + groupFields.hash]! & (chains.length - 1)
  rows[group * groupRowSize + groupFields.next] = chains[at]!
  chains[at] = group
}

function unchain({ rows, chains }: GroupTable, group: number): void {
  const at = rows[group * groupRowSize + groupFields.hash]! & (chains.length - 1)
  const next = rows[group * groupRowSize + groupFields.next]!
  if (chains[at] === group) {
    chains[at] = next
    return
  }
  let before = chains[at]!
  while (rows[before * groupRowSize + groupFields.next] !== group)
    before = rows[before * groupRowSize + groupFields.next]!
  rows[before * groupRowSize + groupFields.next] = next
}

function hashOf(leaves: readonly number[]): number {
  let hash = leaves.length
  for (const leaf of leaves) {
    hash = Math.imul(hash ^ leaf, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
