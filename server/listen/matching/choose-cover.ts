import { headOf, nodesIn, operators } from './compile-query.ts'
import type { GroupTable } from './group-table.ts'
import { leavesOf } from './group-table.ts'
import { fields, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'

/** How often leaves are seen, as far as it is known. */
export interface Frequencies {
  groups: GroupTable
  /** Out of how many posts the leaves were counted. */
  counted: number
}

/** A group that brings a query up, and what else is seen at a glance. */
export interface Anchor {
  /** The node it is of, and which of its sides: 1 the node itself or its left side, 2 the right. */
  node: number
  side: number
  /** In which share of posts it is expected. */
  share: number
  /** A group that must be there besides and one that must not; 0 for none. And in which share of posts the first is expected. */
  must: number
  mustShare: number
  mustNot: number
  /** Whether there is nothing else: the query holds. */
  isWhole: boolean
}

/** What brings the query at `at` up most cheaply: one of these must be there. `undefined`: nothing does, every post must be tried. */
export function chooseAnchors(program: Int32Array, at: number, frequencies: Frequencies): Anchor[] | undefined {
  const choice = { program, frequencies }
  return chooseCover(choice, at)?.sides.map((side) => describe(choice, at, side))
}

interface Choice {
  program: Int32Array
  frequencies: Frequencies
}

interface Side {
  node: number
  side: number
  share: number
}

/** Sides of nodes of which one must be there for a query to match. */
interface Cover {
  sides: Side[]
  /** In which share of posts one of them is expected. */
  share: number
}

/** The group of a node's side. */
export function groupOfSide(program: Int32Array, node: number, side: number): number {
  return program[node + side]!
}

/** The cheapest cover of the node at `at`. `undefined`: there is none. */
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

function coverOfSide({ program, frequencies }: Choice, node: number, side: number): Cover {
  const share = shareOfGroup(groupOfSide(program, node, side), frequencies)
  return { sides: [{ node, side, share }], share }
}

/** In which share of posts a group is, at the most. */
export function shareOfGroup(group: number, { groups, counted }: Frequencies): number {
  let share = 0
  for (const leaf of leavesOf(groups, group)) share += shareOf(leaf, groups.table, counted)
  return share
}

/** For how many posts what is guessed of a leaf counts. */
const trusted = 4

/** In which share of posts a leaf is. Until enough were seen, short words are taken for common ones. */
export function shareOf(leaf: number, { words: { rows } }: LeafTable, counted: number): number {
  const letters = rows[rowOf(leaf) + 1]!
  const guess = letters < 0 ? 0.002 : 0.5 / (1 + letters ** 2)
  return (rows[rowOf(leaf) + fields.count]! + guess * trusted) / (counted + trusted)
}

function cheapest(covers: readonly (Cover | undefined)[]): Cover | undefined {
  let best: Cover | undefined
  for (const cover of covers) if (cover && (!best || cover.share < best.share)) best = cover
  return best
}

function together(covers: readonly (Cover | undefined)[]): Cover | undefined {
  const all: Cover = { sides: [], share: 0 }
  for (const cover of covers) {
    if (!cover) return undefined
    all.sides.push(...cover.sides)
    all.share += cover.share
  }
  return all
}

/** What must hold besides where a side of the query at `at` is there. */
interface Besides {
  musts: Cover[]
  mustNots: number[]
  /** How many nodes there are besides, and whether they are all in the lists above. */
  nodes: number
  isAll: boolean
}

function describe(choice: Choice, at: number, side: Side): Anchor {
  const besides: Besides = { musts: [], mustNots: [], nodes: 0, isAll: true }
  collectBesides(choice, at, { side, besides })
  const must = cheapest(besides.musts)
  const mustNot = besides.mustNots[0] ?? 0
  const glanced = (must ? 1 : 0) + (mustNot === 0 ? 0 : 1)
  return {
    ...side,
    must: must ? groupOfSide(choice.program, must.sides[0]!.node, must.sides[0]!.side) : 0,
    mustShare: must ? must.share : 1,
    mustNot,
    isWhole: besides.isAll && besides.nodes === glanced,
  }
}

function collectBesides(choice: Choice, at: number, { side, besides }: { side: Side; besides: Besides }): void {
  const { program } = choice
  const operator = headOf.operator(program[at]!)
  if (operator === operators.anyOf) return
  if (operator !== operators.all) besides.isAll = false
  if (operator === operators.near) besides.musts.push(coverOfSide(choice, at, 3 - side.side))
  for (const node of operator === operators.near ? [] : nodesIn(program, at)) {
    if (side.node >= node && side.node < node + headOf.size(program[node]!))
      collectBesides(choice, node, { side, besides })
    else if (operator === operators.all) collectOne(choice, node, besides)
  }
}

function collectOne(choice: Choice, node: number, besides: Besides): void {
  const { program } = choice
  besides.nodes++
  const inside = headOf.operator(program[node + 1] ?? 0)
  switch (headOf.operator(program[node]!)) {
    case operators.anyOf:
      besides.musts.push(coverOfSide(choice, node, 1))
      return
    case operators.near:
      besides.musts.push(coverOfSide(choice, node, 1), coverOfSide(choice, node, 2))
      break
    case operators.none:
      if (inside === operators.anyOf) return void besides.mustNots.push(program[node + 2]!)
      break
    default:
      break
  }
  besides.isAll = false
}
