import { headOf, operators } from './compile-query.ts'
import { fields, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'

/** How often leaves are seen, as far as it is known. */
export interface Frequencies {
  table: LeafTable
  /** Out of how many posts the leaves were counted. */
  counted: number
}

/** What must be there for a query to match: one of the leaves of these lists. */
export interface Cover {
  /** The nodes whose leaves they are, and which of their sides: 1 the node itself or its left side, 2 the right. */
  nodes: { at: number; side: number }[]
  /** In which share of posts one of them is expected. */
  cost: number
}

/** How a query is brought up: by a cover, or by two that do not overlap, where each alone comes up too often. */
export interface Anchors {
  cover: Cover
  guard: Cover | undefined
}

/** A cover that comes up more often than in this share of posts is guarded by a second one … */
const often = 0.0002
/** … that comes up less often than this. */
const mostGuarding = 0.5

/** The cheapest anchors of the query at `at`. `undefined`: there are none, and every post must be tried. */
export function chooseAnchors(program: Int32Array, at: number, frequencies: Frequencies): Anchors | undefined {
  const choice = { program, frequencies }
  const cover = chooseCover(choice, at)
  if (!cover || cover.cost < often) return cover && { cover, guard: undefined }
  const guard = cheapest(besides(choice, at, cover))
  return { cover, guard: guard && guard.cost < mostGuarding ? guard : undefined }
}

interface Choice {
  program: Int32Array
  frequencies: Frequencies
}

/** The covers of what must hold as well as what a cover is of. */
function besides(choice: Choice, at: number, cover: Cover): (Cover | undefined)[] {
  const { program } = choice
  const first = cover.nodes[0]!
  const operator = headOf.operator(program[at]!)
  if (operator === operators.near) return [coverOfSide(choice, at, 3 - first.side)]
  if (operator !== operators.all) return []
  return nodesIn(program, at).flatMap((node) => {
    const isOther = first.at < node || first.at >= node + headOf.size(program[node]!)
    return isOther ? [chooseCover(choice, node)] : besides(choice, node, cover)
  })
}

/** The cheapest cover of the node at `at`. `undefined`: there is none, and every post must be tried. */
function chooseCover(choice: Choice, at: number): Cover | undefined {
  const { program } = choice
  switch (headOf.operator(program[at]!)) {
    case operators.anyOf:
      return coverOfSide(choice, at, 1)
    case operators.near:
      return cheapest([coverOfSide(choice, at, 1), coverOfSide(choice, at, 2)])
    case operators.all:
      return cheapest(nodesIn(program, at).map((node) => chooseCover(choice, node)))
    case operators.any:
      return together(nodesIn(program, at).map((node) => chooseCover(choice, node)))
    default:
      return undefined
  }
}

/** Where the nodes inside an `all`, `any` or `none` begin. */
export function nodesIn(program: Int32Array, at: number): number[] {
  const nodes: number[] = []
  const end = at + headOf.size(program[at]!)
  for (let node = at + 1; node < end; node += headOf.size(program[node]!)) nodes.push(node)
  return nodes
}

/** From where to where the leaves of a node's side stand. */
export function rangeOfSide(program: Int32Array, at: number, side: number): [from: number, to: number] {
  const head = program[at]!
  const end = at + headOf.size(head)
  if (headOf.operator(head) !== operators.near) return [at + 1, end]
  const firstRight = at + 3 + program[at + 2]!
  return side === 1 ? [at + 3, firstRight] : [firstRight, end]
}

function coverOfSide({ program, frequencies }: Choice, at: number, side: number): Cover {
  const [from, to] = rangeOfSide(program, at, side)
  let cost = 0
  for (let index = from; index < to; index++) cost += shareOf(program[index]!, frequencies)
  return { nodes: [{ at, side }], cost }
}

/** For how many posts what is guessed of a leaf counts. */
const trusted = 100

/** In which share of posts a leaf is. Until enough were seen, short words are taken for common ones. */
export function shareOf(leaf: number, { table, counted }: Frequencies): number {
  const { rows } = table.words
  const letters = rows[rowOf(leaf) + 1]!
  const guess = letters < 0 ? 0.002 : 0.5 / (1 + letters ** 2)
  return (rows[rowOf(leaf) + fields.count]! + guess * trusted) / (counted + trusted)
}

function cheapest(covers: readonly (Cover | undefined)[]): Cover | undefined {
  let best: Cover | undefined
  for (const cover of covers) if (cover && (!best || cover.cost < best.cost)) best = cover
  return best
}

function together(covers: readonly (Cover | undefined)[]): Cover | undefined {
  const all: Cover = { nodes: [], cost: 0 }
  for (const cover of covers) {
    if (!cover) return undefined
    all.nodes.push(...cover.nodes)
    all.cost += cover.cost
  }
  return all
}
