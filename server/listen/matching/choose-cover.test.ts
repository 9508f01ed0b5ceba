import { describe, expect, test } from 'vitest'
import { parseQuery } from '../topics/parse-query.ts'
import { chooseAnchors, rangeOfSide } from './choose-cover.ts'
import type { Cover } from './choose-cover.ts'
import { compileQuery } from './compile-query.ts'
import { fields, leafOfWord, makeLeafTable, rowOf } from './leaf-table.ts'
import { leafInWords } from './leaf-words.ts'

const posts = 10_000

/** What is chosen where these words are in so many of ten thousand posts. */
function choose(query: string, counts: Record<string, number>) {
  const table = makeLeafTable()
  const vocabulary = { table, tests: [], testNumbers: new Map<string, number>(), languages: [] }
  const program = Int32Array.from(compileQuery(parseQuery(query).query!, vocabulary))
  for (const [word, count] of Object.entries(counts)) {
    table.words.rows[rowOf(leafOfWord(table, word)) + fields.count] = count
  }
  const anchors = chooseAnchors(program, 0, { table, counted: posts })
  const words = (cover: Cover | undefined) =>
    cover?.nodes.flatMap(({ at, side }) =>
      Array.from(program.subarray(...rangeOfSide(program, at, side)), (leaf) => leafInWords(table, leaf)),
    )
  return anchors && { cover: words(anchors.cover), guard: words(anchors.guard) }
}

describe('what brings a query up', () => {
  test.each([
    ['common extraordinarily', { common: 900, extraordinarily: 0 }, ['extraordinarily'], undefined],
    ['common often', { common: 900, often: 300 }, ['often'], ['common']],
    ['(one OR two) (three OR four)', { one: 10, two: 10, three: 500, four: 500 }, ['one', 'two'], ['three', 'four']],
    ['one NEAR/3 two', { one: 700, two: 90 }, ['two'], ['one']],
    ['(one NEAR/3 two) three', { one: 700, two: 90, three: 200 }, ['two'], ['three']],
    ['often -(x1 OR x2)', { often: 800 }, ['often'], undefined],
    ['often everywhere', { often: 800, everywhere: 9_000 }, ['often'], undefined],
    ['(one two) OR three', { one: 10, two: 500, three: 40 }, ['three', 'one'], undefined],
  ])('%s', (query, counts, cover, guard) => {
    expect(choose(query, counts)).toEqual({ cover, guard })
  })

  test.each(['lang:en', 'followers:>10', 'url:"/blog/"', 'acme OR lang:en'])('%s: nothing', (query) => {
    expect(choose(query, {})).toBeUndefined()
  })
})
