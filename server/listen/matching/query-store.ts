import { compileQuery, headOf, withRoles } from './compile-query.ts'
import type { Vocabulary } from './compile-query.ts'
import type { Query } from '../../model/query.ts'
import { fields, makeLeafTable } from './leaf-table.ts'
import type { PagedNumbers } from './paged-numbers.ts'
import { makePagedNumbers, offsetAt, pageAt, reserve } from './paged-numbers.ts'
import type { Postings } from './postings.ts'
import { addPosting, makePostings, removePosting } from './postings.ts'
import { chooseAnchors, nodesIn, rangeOfSide } from './choose-cover.ts'
import type { Anchors, Frequencies } from './choose-cover.ts'
import { operators } from './compile-query.ts'

/** The queries of an index by number, from 1, compiled, and the leaves that bring them up. */
export interface QueryStore {
  vocabulary: Vocabulary
  programs: PagedNumbers
  /** By query: the address of its program; 0 where the number is free. */
  programAt: Int32Array
  /** Numbers of `programs` that belong to no query any more, and all that were ever taken. */
  wasted: number
  taken: number
  /** By leaf: `entryOf` the queries that it brings up, and the queries that it guards. */
  postings: Postings
  guards: Postings
  /** Queries that nothing brings up: they are tried on every post. */
  always: number[]
  keys: string[]
  numbers: Map<string, number>
  free: number[]
}

export function makeQueryStore(): QueryStore {
  const table = makeLeafTable()
  return {
    vocabulary: { table, tests: [], testNumbers: new Map(), languages: [] },
    programs: makePagedNumbers(),
    programAt: new Int32Array(16),
    wasted: 0,
    taken: 0,
    postings: makePostings(table, fields.postings),
    guards: makePostings(table, fields.guards),
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
  anchor(store, number, chooseAnchors(...programOf(store, number), { table: store.vocabulary.table, counted }))
}

/** Drops the query of a key, if there is one. */
export function dropQuery(store: QueryStore, key: string): void {
  const number = store.numbers.get(key)
  if (number === undefined) return
  unanchor(store, number)
  const [page, at] = programOf(store, number)
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
  if (isAnchoredBy(store, number, anchors)) return
  unanchor(store, number)
  anchor(store, number, anchors)
}

/** A query as postings have it: its number, and whether it comes up only when its guard is there as well. */
export function entryOf(number: number, isGuarded: boolean): number {
  return (number << 1) | (isGuarded ? 1 : 0)
}

function placeProgram(store: QueryStore, number: number, program: ArrayLike<number>): void {
  const address = reserve(store.programs, program.length)
  pageAt(store.programs, address).set(program, offsetAt(address))
  store.programAt[number] = address
  store.taken += program.length
}

function anchor(store: QueryStore, number: number, anchors: Anchors | undefined): void {
  if (!anchors) return void store.always.push(number)
  const [page] = programOf(store, number)
  for (const [node, roles] of rolesOf(anchors)) page[node] = withRoles(page[node]!, roles.anchored, roles.guarding)
  changePostings(store, number, addPosting)
}

function unanchor(store: QueryStore, number: number): void {
  const [page, at] = programOf(store, number)
  const nodes = anchoredIn(page, at)
  if (nodes.length === 0) store.always.splice(store.always.indexOf(number), 1)
  changePostings(store, number, removePosting)
  for (const node of nodes) page[node] = withRoles(page[node]!, 0, 0)
}

function changePostings(store: QueryStore, number: number, change: typeof addPosting): void {
  const [page, at] = programOf(store, number)
  const nodes = anchoredIn(page, at)
  const entry = entryOf(
    number,
    nodes.some((node) => headOf.guarding(page[node]!) !== 0),
  )
  for (const node of nodes) {
    for (const leaf of leavesOfSide(page, node, headOf.anchored(page[node]!))) change(store.postings, leaf, entry)
    for (const leaf of leavesOfSide(page, node, headOf.guarding(page[node]!))) change(store.guards, leaf, number)
  }
}

/** The leaves of a node's side; none for side 0. */
export function leavesOfSide(program: Int32Array, node: number, side: number): Int32Array {
  return side === 0 ? program.subarray(0, 0) : program.subarray(...rangeOfSide(program, node, side))
}

type Roles = Map<number, { anchored: number; guarding: number }>

function rolesOf(anchors: Anchors | undefined): Roles {
  const roles: Roles = new Map()
  for (const { at, side } of anchors?.cover.nodes ?? []) roles.set(at, { anchored: side, guarding: 0 })
  for (const { at, side } of anchors?.guard?.nodes ?? []) {
    roles.set(at, { anchored: roles.get(at)?.anchored ?? 0, guarding: side })
  }
  return roles
}

function isAnchoredBy(store: QueryStore, number: number, anchors: Anchors | undefined): boolean {
  const [page, at] = programOf(store, number)
  const nodes = anchoredIn(page, at)
  const roles = rolesOf(anchors)
  return (
    nodes.length === roles.size &&
    nodes.every((node) => {
      const { anchored, guarding } = roles.get(node) ?? { anchored: 0, guarding: 0 }
      return page[node] === withRoles(page[node]!, anchored, guarding)
    })
  )
}

/** The nodes of a program whose leaves bring its query up or guard it. */
export function anchoredIn(program: Int32Array, at: number): number[] {
  const head = program[at]!
  if (headOf.anchored(head) !== 0 || headOf.guarding(head) !== 0) return [at]
  const operator = headOf.operator(head)
  if (operator !== operators.all && operator !== operators.any) return []
  return nodesIn(program, at).flatMap((node) => anchoredIn(program, node))
}
