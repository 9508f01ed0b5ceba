import type { FieldName, Query } from '../../model/query.ts'
import { headOf, nearFlags, nodesIn, operators } from './compile-query.ts'
import type { Vocabulary } from './compile-query.ts'
import { leavesOf } from './group-table.ts'
import { detailOf, wordsOfLeaf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'

/** The query a program was compiled from: it matches the same, though its parts may stand in another order. */
export function readBack(program: Int32Array, at: number, vocabulary: Vocabulary): Query {
  const head = program[at]!
  const inside = () => nodesIn(program, at).map((node) => readBack(program, node, vocabulary))
  switch (headOf.operator(head)) {
    case operators.anyOf:
      return anyOf(leavesOf(vocabulary.groups, program[at + 1]!), vocabulary.table)
    case operators.all:
      return { kind: 'and', of: inside() }
    case operators.any:
      return { kind: 'or', of: inside() }
    case operators.none:
      return { kind: 'not', of: inside()[0]! }
    case operators.near:
      return readNear(program, at, vocabulary)
    case operators.language:
      return { kind: 'field', field: 'lang', value: vocabulary.languages[program[at + 1]!]! }
    default:
      break
  }
  const test = vocabulary.tests[program[at + 1]!]!
  return test.kind === 'url' ? { kind: 'field', field: 'url', value: test.value } : test
}

function readNear(program: Int32Array, at: number, { groups, table }: Vocabulary): Query {
  const rule = program[at + 3]!
  const flags = rule & 3
  const left = leavesOf(groups, program[at + 1]!)
  const right = leavesOf(groups, program[at + 2]!)
  const near: Query = {
    kind: 'near',
    left: anyOf(
      left.map((leaf) => outsideTitle(leaf, table)),
      table,
    ),
    right: anyOf(
      right.map((leaf) => outsideTitle(leaf, table)),
      table,
    ),
    distance: rule >> 2,
    ordered: (flags & nearFlags.ordered) !== 0,
    ...((flags & nearFlags.mayOverlap) !== 0 && { mayOverlap: true as const }),
  }
  return outsideTitle(left[0]!, table) === left[0] ? near : { kind: 'title', of: near }
}

/** The leaf that one in the title stands for; any other itself. */
function outsideTitle(leaf: number, table: LeafTable): number {
  const detail = detailOf(table, leaf)
  return detail < 0 ? -detail : leaf
}

function anyOf(leaves: Int32Array, table: LeafTable): Query {
  const of = Array.from(leaves, (leaf) => readLeaf(leaf, table))
  return of.length === 1 ? of[0]! : { kind: 'or', of }
}

function readLeaf(leaf: number, table: LeafTable): Query {
  const plain = outsideTitle(leaf, table)
  if (plain !== leaf) return { kind: 'title', of: readLeaf(plain, table) }
  const words = wordsOfLeaf(table, leaf)
  const word = words[0]!
  if (word[0] === '{') return { kind: 'exact', words: words.map((one) => one.slice(1)) }
  if (words.length > 1) return { kind: 'phrase', words }
  const colon = word.indexOf(':')
  if (colon < 0) return { kind: 'word', word }
  return { kind: 'field', field: word.slice(0, colon) as FieldName, value: word.slice(colon + 1) }
}
