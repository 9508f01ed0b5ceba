import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addEntry, entriesOf, removeEntry } from './entries.ts'
import type { Entry } from './entries.ts'
import { fields, leafOfWord, makeLeafTable } from './leaf-table.ts'
import { moveBlocks } from './move-blocks.ts'
import { makeNumberBlocks } from './number-blocks.ts'

const change = fc.record({
  adds: fc.boolean(),
  leaf: fc.nat(3),
  query: fc.integer({ min: 1, max: 9 }),
  must: fc.nat(5),
  rests: fc.nat(6),
})

test('entries come, go and are moved while they do, and are as in plain lists', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const table = makeLeafTable()
      const leaves = ['a', 'b', 'c', 'd'].map((word) => leafOfWord(table, word))
      const store = { table, entries: makeNumberBlocks() }
      const kept = [{ blocks: store.entries, field: fields.entries }]
      const plain: Entry[][] = leaves.map(() => [])
      let moving = moveBlocks(table, kept, 10)
      for (const { adds, leaf, query, must, rests } of changes) {
        const entry: Entry = [query << 1, must, 0]
        if (rests === 0 && moving.next().done === true) moving = moveBlocks(table, kept, 10)
        if (adds) {
          addEntry(store, [leaves[leaf]!], entry)
          plain[leaf]!.push(entry)
        } else {
          removeEntry(store, [leaves[leaf]!], query)
          const at = plain[leaf]!.findIndex(([known]) => known >> 1 === query)
          // The last one comes in its place.
          const last = plain[leaf]!.pop()
          if (at >= 0 && at < plain[leaf]!.length) plain[leaf]![at] = last!
          else if (at < 0 && last) plain[leaf]!.push(last)
        }
      }
      for (const [at, leaf] of leaves.entries())
        for (let query = 1; query < 10; query++)
          expect(entriesOf(store, leaf, query)).toEqual(plain[at]!.filter(([known]) => known >> 1 === query))
    }),
    { numRuns: 500 },
  )
})
