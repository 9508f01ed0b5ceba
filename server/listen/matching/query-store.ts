import type { Query } from '../../model/query.ts'
import { chooseAnchors, groupOfSide } from './choose-cover.ts'
import type { Anchor, Frequencies } from './choose-cover.ts'
import { compileQuery, headOf, nodesIn, operators, releaseProgram, withAnchor } from './compile-query.ts'
import type { Vocabulary } from './compile-query.ts'
import { addEntry, entriesOf, removeEntry } from './entries.ts'
import type { Entry } from './entries.ts'
import { leavesOf, makeGroupTable } from './group-table.ts'
import type { LeafTable } from './leaf-table.ts'
import type { NumberBlocks } from './number-blocks.ts'
import { makeNumberBlocks } from './number-blocks.ts'
import type { PagedNumbers } from './paged-numbers.ts'
import { makePagedNumbers, offsetAt, pageAt, reserve } from './paged-numbers.ts'
import { demandGroups } from './watch-groups.ts'

/** The queries of an index by number, from 1, compiled, and the groups that bring them up. */
export interface QueryStore {
  vocabulary: Vocabulary
  table: LeafTable
  /** By leaf: the queries that it brings up; see `Entries`. */
  entries: NumberBlocks
  programs: PagedNumbers
  /** By query: the address of its program; 0 where the number is free. */
  programAt: Int32Array
  /** Numbers of `programs` that belong to no query any more, and all that were ever taken. */
  wasted: number
  taken: number
  /** Queries that nothing brings up: they are tried on every post. */
  always: number[]
  keys: string[]
  numbers: Map<string, number>
  free: number[]
}

export function makeQueryStore(): QueryStore {
  const groups = makeGroupTable()
  return {
    vocabulary: { table: groups.table, groups, tests: [], testNumbers: new Map(), languages: [] },
    table: groups.table,
    entries: makeNumberBlocks(),
    programs: makePagedNumbers(),
    programAt: new Int32Array(16),
    wasted: 0,
    taken: 0,
    always: [],
    keys: [''],
    numbers: new Map(),
    free: [],
  }
}

/** Keeps a query under a key that is not in use. `counted`: out of how many posts its leaves may be known. */
export function keepQuery(store: QueryStore, { key, query }: { key: string; query: Query }, counted: number): void {
  const program = compileQuery(query, store.vocabulary)
  const number = store.free.pop() ?? store.keys.length
  if (number >= store.programAt.length) {
    const wider = new Int32Array(store.programAt.length * 2)
    wider.set(store.programAt)
    store.programAt = wider
  }
  store.keys[number] = key
  store.numbers.set(key, number)
  placeProgram(store, number, program)
  const frequencies = { groups: store.vocabulary.groups, counted }
  const anchors = chooseAnchors(...programOf(store, number), frequencies)
  anchor(store, number, anchors)
  demandGroups(programOf(store, number), anchors, frequencies)
}

/** Drops the query of a key, if there is one. */
export function dropQuery(store: QueryStore, key: string): void {
  const number = store.numbers.get(key)
  if (number === undefined) return
  unanchor(store, number)
  const [page, at] = programOf(store, number)
  releaseProgram(page, at, store.vocabulary)
  store.wasted += headOf.size(page[at]!)
  store.programAt[number] = 0
  store.numbers.delete(key)
  store.keys[number] = ''
  store.free.push(number)
}

/** Where a query's program stands. */
export function programOf({ programs, programAt }: QueryStore, number: number): [page: Int32Array, at: number] {
  const address = programAt[number]!
  return [pageAt(programs, address), offsetAt(address)]
}

/** Moves a query's program to where numbers are taken now, and anchors it anew by what was counted. */
export function moveQuery(store: QueryStore, number: number, frequencies: Frequencies): void {
  const [page, at] = programOf(store, number)
  const program = page.subarray(at, at + headOf.size(page[at]!))
  placeProgram(store, number, program)
  const anchors = chooseAnchors(...programOf(store, number), frequencies)
  if (!isAnchoredBy(store, number, anchors)) {
    unanchor(store, number)
    anchor(store, number, anchors)
  }
  demandGroups(programOf(store, number), anchors, frequencies)
}

function placeProgram(store: QueryStore, number: number, program: ArrayLike<number>): void {
  const address = reserve(store.programs, program.length)
  pageAt(store.programs, address).set(program, offsetAt(address))
  store.programAt[number] = address
  store.taken += program.length
}

function anchor(store: QueryStore, number: number, anchors: readonly Anchor[] | undefined): void {
  if (!anchors) return void store.always.push(number)
  const [page] = programOf(store, number)
  for (const one of anchors) {
    page[one.node] = withAnchor(page[one.node]!, one.side)
    addEntry(store, leavesOfSide(store, page, one), entryOf(number, one))
  }
}

type Side = Pick<Anchor, 'node' | 'side'>

function leavesOfSide({ vocabulary }: QueryStore, program: Int32Array, { node, side }: Side): Int32Array {
  return leavesOf(vocabulary.groups, groupOfSide(program, node, side))
}

function entryOf(number: number, { must, mustNot, isWhole }: Anchor): Entry {
  return [(number << 1) | (isWhole ? 0 : 1), must, mustNot]
}

function unanchor(store: QueryStore, number: number): void {
  const [page, at] = programOf(store, number)
  const nodes = anchoredIn(page, at)
  if (nodes.length === 0) store.always.splice(store.always.indexOf(number), 1)
  for (const node of nodes) {
    removeEntry(store, leavesOfSide(store, page, { node, side: headOf.anchored(page[node]!) }), number)
    page[node] = withAnchor(page[node]!, 0)
  }
}

function isAnchoredBy(store: QueryStore, number: number, anchors: readonly Anchor[] = []): boolean {
  const [page, at] = programOf(store, number)
  if (anchoredIn(page, at).length !== anchors.length) return false
  return anchors.every((one) => {
    if (headOf.anchored(page[one.node]!) !== one.side) return false
    const entry = entryOf(number, one)
    const entries = entriesOf(store, leavesOfSide(store, page, one)[0]!, number)
    return entries.some((known) => known.every((value, index) => value === entry[index]))
  })
}

/** The nodes of a program of which a group brings its query up. */
export function anchoredIn(program: Int32Array, at: number): number[] {
  const head = program[at]!
  if (headOf.anchored(head) !== 0) return [at]
  const operator = headOf.operator(head)
  if (operator !== operators.all && operator !== operators.any) return []
  return nodesIn(program, at).flatMap((node) => anchoredIn(program, node))
}
