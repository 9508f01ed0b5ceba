import { describe, expect, test } from 'vitest'
import { parseQuery } from '../topics/parse-query.ts'
import { chooseAnchors, groupOfSide } from './choose-cover.ts'
import { compileQuery } from './compile-query.ts'
import { leavesOf } from './group-table.ts'
import { fields, leafOfWord, rowOf } from './leaf-table.ts'
import { leafInWords } from './leaf-words.ts'
import { makeQueryStore } from './query-store.ts'

const posts = 10_000

/** What is chosen where these words are in so many of ten thousand posts. */
function choose(query: string, counts: Record<string, number>) {
  const { vocabulary } = makeQueryStore()
  const { table, groups } = vocabulary
  const program = Int32Array.from(compileQuery(parseQuery(query).query!, vocabulary))
  for (const [word, count] of Object.entries(counts)) {
    table.words.rows[rowOf(leafOfWord(table, word)) + fields.count] = count
  }
  const words = (group: number) =>
    Array.from(group === 0 ? [] : leavesOf(groups, group), (leaf) => leafInWords(table, leaf)).join(' ')
  return chooseAnchors(program, 0, { groups, counted: posts })?.map(
    ({ node, side, must, mustNot, isWhole }) =>
      `${words(groupOfSide(program, node, side))} +(${words(must)}) -(${words(mustNot)})${isWhole ? '' : ' …'}`,
  )
}

describe('what brings a query up, what must be there besides, and what not', () => {
  test.each([
    ['common rare', { common: 900, rare: 0 }, ['rare +(common) -()']],
    ['(one OR two) (three OR four)', { one: 10, two: 10, three: 500, four: 500 }, ['one two +(three four) -()']],
    ['one NEAR/3 two', { one: 700, two: 90 }, ['two +(one) -() …']],
    ['(one NEAR/3 two) three', { one: 700, two: 90, three: 200 }, ['two +(three) -() …']],
    ['often -(x1 OR x2)', { often: 800 }, ['often +() -(x1 x2)']],
    ['often more most', { often: 800, more: 3000, most: 2000 }, ['often +(most) -() …']],
    ['often -(x1 x2)', { often: 800 }, ['often +() -() …']],
    ['often lang:en', { often: 800 }, ['often +() -() …']],
    ['(one two) OR three', { one: 10, two: 500, three: 40 }, ['three +() -() …', 'one +(two) -() …']],
    ['((one two) OR three) -four', { one: 10, two: 500, three: 40 }, ['three +() -(four) …', 'one +(two) -(four) …']],
  ])('%s', (query, counts, anchors) => {
    expect(choose(query, counts)).toEqual(anchors)
  })

  test.each(['lang:en', 'followers:>10', 'url:"/blog/"', 'acme OR lang:en'])('%s: nothing', (query) => {
    expect(choose(query, {})).toBeUndefined()
  })
})
