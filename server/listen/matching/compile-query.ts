import type { CompareQuery, FieldQuery, NearQuery, Query } from '../../model/query.ts'
import type { GroupTable } from './group-table.ts'
import { leavesOf, releaseGroup, useGroup } from './group-table.ts'
import { leafInTitle, leafOfPhrase, leafOfWord, wantPlaces } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'

/**
 * A query as numbers, so that trying it touches one short list. A node begins with its head (`headOf`), which says what it
 * is and how many numbers it has in all:
 * `anyOf, group` · `all | any, node…` · `none, node` · `near, left group, right group, distance and flags` ·
 * `test, number` · `language, number`
 */
export const operators = { anyOf: 0, all: 1, any: 2, none: 3, near: 4, test: 5, language: 6 } as const

/**
 * What a node of a program says of itself in its first number. `anchored`: which of its groups brings the query up, 1 that
 * of the node or of its left side, 2 that of its right side, 0 none.
 */
export const headOf = {
  operator: (head: number): number => head & 7,
  anchored: (head: number): number => (head >> 3) & 3,
  size: (head: number): number => head >> 5,
}

/** A node's first number while nothing is anchored. */
export function makeHead(operator: number, size: number): number {
  return (size << 5) | operator
}

/** The same with what is anchored. */
export function withAnchor(head: number, anchored: number): number {
  return (head & ~0x18) | (anchored << 3)
}

export const nearFlags = { ordered: 1, mayOverlap: 2 } as const

/** What cannot be a leaf: too many values, or a part of an address. */
export type PostTest = CompareQuery | { kind: 'url'; value: string }

/** What the numbers of programs stand for. */
export interface Vocabulary {
  table: LeafTable
  groups: GroupTable
  tests: PostTest[]
  testNumbers: Map<string, number>
  languages: string[]
}

/** Compiles a query; its words become leaves of the vocabulary. Throws when `list:` or `topic:` is left in it. */
export function compileQuery(query: Query, vocabulary: Vocabulary): number[] {
  const program: number[] = []
  write({ vocabulary, program, inTitle: false }, query)
  return program
}

/** Gives back what a program used. */
export function releaseProgram(program: Int32Array, at: number, { groups }: Vocabulary): void {
  for (const group of groupsIn(program, at)) releaseGroup(groups, group)
}

/** The groups of a node and of what is inside it, in the order in which it is run. */
export function groupsIn(program: Int32Array, at: number): number[] {
  switch (headOf.operator(program[at]!)) {
    case operators.anyOf:
      return [program[at + 1]!]
    case operators.near:
      return [program[at + 1]!, program[at + 2]!]
    case operators.test:
    case operators.language:
      return []
    default:
      return nodesIn(program, at).flatMap((inside) => groupsIn(program, inside))
  }
}

/** Where the nodes inside an `all`, `any` or `none` begin. */
export function nodesIn(program: Int32Array, at: number): number[] {
  const nodes: number[] = []
  const end = at + headOf.size(program[at]!)
  for (let inside = at + 1; inside < end; inside += headOf.size(program[inside]!)) nodes.push(inside)
  return nodes
}

interface Writing {
  vocabulary: Vocabulary
  program: number[]
  inTitle: boolean
}

function write(writing: Writing, query: Query): void {
  switch (query.kind) {
    case 'word':
    case 'phrase':
    case 'exact':
      return writeAnyOf(writing, [query])
    case 'and':
      return node(writing, operators.all, () => writeAll(writing, flat(query)))
    case 'or':
      return writeOr(writing, flat(query))
    case 'not':
      return node(writing, operators.none, () => write(writing, query.of))
    case 'title':
      return write({ ...writing, inTitle: true }, query.of)
    case 'near':
      return writeNear(writing, query)
    case 'field':
      return writeField(writing, query)
    case 'compare':
      break
  }
  node(writing, operators.test, () => writing.program.push(testNumber(writing.vocabulary, query)))
}

function node({ program }: Writing, operator: number, inside: () => unknown): void {
  const at = program.push(0) - 1
  inside()
  program[at] = makeHead(operator, program.length - at)
}

/** The parts of an AND or OR, those of the same inside it included. */
function flat({ kind, of }: Query & { kind: 'and' | 'or' }): Query[] {
  return of.flatMap((part) => (part.kind === kind ? flat(part) : [part]))
}

/** What is most likely to fail stands first, exclusions last. */
function writeAll(writing: Writing, parts: readonly Query[]): void {
  for (const part of parts.toSorted((a, b) => orderOf(a) - orderOf(b))) write(writing, part)
}

function orderOf(query: Query): number {
  if (query.kind === 'word' || query.kind === 'phrase') return 0
  if (query.kind === 'not') return 3
  return query.kind === 'or' ? 1 : 2
}

type LeafQuery = Query & { kind: 'word' | 'phrase' | 'exact' | 'field' }

function isLeaf(query: Query): query is LeafQuery {
  if (query.kind === 'field') return query.field !== 'lang' && query.field !== 'url'
  return query.kind === 'word' || query.kind === 'phrase' || query.kind === 'exact'
}

function writeOr(writing: Writing, parts: readonly Query[]): void {
  const leaves = parts.filter(isLeaf)
  const others = parts.filter((part) => !isLeaf(part))
  if (others.length === 0) return writeAnyOf(writing, leaves)
  node(writing, operators.any, () => {
    if (leaves.length > 0) writeAnyOf(writing, leaves)
    for (const part of others) write(writing, part)
  })
}

function writeAnyOf(writing: Writing, leaves: readonly LeafQuery[]): void {
  node(writing, operators.anyOf, () => writing.program.push(groupOf(writing, leaves)))
}

function groupOf(writing: Writing, queries: readonly LeafQuery[]): number {
  return useGroup(
    writing.vocabulary.groups,
    queries.map((query) => leafOf(writing, query)),
  )
}

function leafOf({ vocabulary: { table }, inTitle }: Writing, query: LeafQuery): number {
  if (query.kind === 'field') return leafOfWord(table, `${query.field}:${query.value}`)
  const words = query.kind === 'word' ? [query.word] : query.words
  const spelled = query.kind === 'exact' ? words.map((word) => `{${word}`) : words
  const leaf = spelled.length === 1 ? leafOfWord(table, spelled[0]!) : leafOfPhrase(table, spelled)
  return inTitle ? leafInTitle(table, leaf) : leaf
}

function writeNear(writing: Writing, { left, right, distance, ordered, mayOverlap }: NearQuery): void {
  const flags = (ordered ? nearFlags.ordered : 0) | (mayOverlap === true ? nearFlags.mayOverlap : 0)
  node(writing, operators.near, () => {
    const groups = [left, right].map((side) => groupOf(writing, placedIn(side)))
    writing.program.push(...groups, (distance << 2) | flags)
  })
  const { groups, table } = writing.vocabulary
  for (const group of writing.program.slice(-3, -1)) for (const leaf of leavesOf(groups, group)) wantPlaces(table, leaf)
}

/** What has places: the alternatives of a side of NEAR. */
function placedIn(side: Query): LeafQuery[] {
  if (side.kind === 'or') return side.of.flatMap(placedIn)
  return isLeaf(side) && side.kind !== 'field' ? [side] : []
}

function writeField(writing: Writing, query: FieldQuery & { kind: 'field' }): void {
  const { field, value } = query
  const { vocabulary, program } = writing
  if (field === 'list' || field === 'topic') {
    throw new Error(`${field}:${value} must be resolved before the query goes into the index.`)
  }
  if (field === 'lang') node(writing, operators.language, () => program.push(languageNumber(vocabulary, value)))
  else if (field === 'url') {
    node(writing, operators.test, () => program.push(testNumber(vocabulary, { kind: 'url', value })))
  } else writeAnyOf(writing, [query])
}

function testNumber({ tests, testNumbers }: Vocabulary, test: PostTest): number {
  const key = test.kind === 'url' ? test.value : `${test.field} ${test.operator} ${test.value}`
  const name = `${test.kind} ${key}`
  const known = testNumbers.get(name)
  if (known !== undefined) return known
  testNumbers.set(name, tests.length)
  return tests.push(test) - 1
}

function languageNumber({ languages }: Vocabulary, language: string): number {
  const known = languages.indexOf(language)
  return known >= 0 ? known : languages.push(language) - 1
}
