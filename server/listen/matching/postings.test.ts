import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafOfWord, makeLeafTable } from './leaf-table.ts'
import { makeNumberBlocks } from './number-blocks.ts'
import { addPosting, postingsOf, removePosting } from './postings.ts'
import type { Postings } from './postings.ts'

function withLeaves(count: number): { postings: Postings; leaves: number[] } {
  const table = makeLeafTable()
  const leaves = Array.from({ length: count }, (_, at) => leafOfWord(table, `w${at}`))
  return { postings: { table, marked: makeNumberBlocks() }, leaves }
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)

test('what is added and taken away, in any order, is as in a plain list', () => {
  const change = fc.record({ adds: fc.boolean(), leaf: fc.nat(3), query: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
      const { postings, leaves } = withLeaves(4)
      const plain = leaves.map((): number[] => [])
      for (const { adds, leaf, query } of changes) {
        if (adds) {
          addPosting(postings, leaves[leaf]!, query)
          plain[leaf]!.push(query)
        } else {
          removePosting(postings, leaves[leaf]!, query)
          const at = plain[leaf]!.indexOf(query)
          if (at >= 0) plain[leaf]!.splice(at, 1)
        }
      }
      for (const [at, leaf] of leaves.entries()) expect(sorted(postingsOf(postings, leaf))).toEqual(sorted(plain[at]!))
    }),
    { numRuns: 500 },
  )
})

test('a leaf of everyday words brings up more groups than a page holds', () => {
  const { postings, leaves } = withLeaves(2)
  const [common, rare] = [leaves[0]!, leaves[1]!]
  for (let query = 1; query <= 70_000; query++) addPosting(postings, common, query)
  addPosting(postings, rare, 5)
  expect(postingsOf(postings, common)).toHaveLength(70_000)
  removePosting(postings, common, 69_999)
  expect(postingsOf(postings, common)).not.toContain(69_999)
  expect(postingsOf(postings, rare)).toEqual([5])
})

test('room that was given back is used again', () => {
  const { postings, leaves } = withLeaves(1)
  const grow = () => {
    for (let query = 1; query <= 100; query++) addPosting(postings, leaves[0]!, query)
    for (let query = 1; query <= 100; query++) removePosting(postings, leaves[0]!, query)
  }
  grow()
  const { end, page } = postings.marked.numbers
  for (let round = 0; round < 50; round++) grow()
  expect({ end: postings.marked.numbers.end, page: postings.marked.numbers.page }).toEqual({ end, page })
})
