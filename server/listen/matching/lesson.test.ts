import { expect, test } from 'vitest'
import { parseQuery } from '../topics/parse-query.ts'
import { countLeaves, learn, makeLearning } from './lesson.ts'
import { groupOfSide } from './choose-cover.ts'
import { leavesOf } from './group-table.ts'
import { anchoredIn, dropQuery, keepQuery, makeQueryStore, programOf } from './query-store.ts'
import type { QueryStore } from './query-store.ts'
import { headOf } from './compile-query.ts'
import { leafInWords } from './leaf-words.ts'
import { makeTrial, tryQueries } from './try-queries.ts'

function storeOf(queries: Record<string, string>): QueryStore {
  const store = makeQueryStore()
  for (const [key, text] of Object.entries(queries)) keepQuery(store, { key, query: parseQuery(text).query! }, 0)
  return store
}

function anchorsOf(store: QueryStore, key: string): string[] {
  const [program, at] = programOf(store, store.numbers.get(key)!)
  return anchoredIn(program, at).flatMap((node) =>
    Array.from(leavesOf(store.vocabulary.groups, groupOfSide(program, node, headOf.anchored(program[node]!))), (leaf) =>
      leafInWords(store.vocabulary.table, leaf),
    ),
  )
}

/** Shows posts to a store until what it has learnt is in use. */
function show(store: QueryStore, texts: readonly string[], posts: number): void {
  const learning = makeLearning()
  const trial = makeTrial(store)
  for (let post = 0; post < posts; post++) {
    learn(learning, store)
    tryQueries(trial, { text: texts[post % texts.length]! }, undefined)
    countLeaves(learning, store, trial.scan.found)
  }
}

test('anchors follow what the stream shows, not the length of words', () => {
  const store = storeOf({ topic: 'extraordinarily AND ox' })
  expect(anchorsOf(store, 'topic')).toEqual(['extraordinarily'])
  show(store, ['extraordinarily good', 'extraordinarily bad'], 3_000)
  expect(anchorsOf(store, 'topic')).toEqual(['ox'])
})

test('a store in which queries come and go does not grow', () => {
  const store = makeQueryStore()
  const learning = makeLearning()
  const query = parseQuery(Array.from({ length: 200 }, (_, at) => `w${at}`).join(' OR ')).query!
  const pages: number[] = []
  for (let round = 0; round < 12_000; round++) {
    dropQuery(store, String(round % 10))
    keepQuery(store, { key: String(round % 10), query }, learning.counted)
    learn(learning, store)
    if (round % 2_000 === 1_999) pages.push(store.programs.pages.reduce((sum, page) => sum + page.length, 0))
  }
  expect(store.numbers.size).toBe(10)
  expect(Math.max(...pages)).toBeLessThan(400_000)
})

test('queries that nothing brings up are tried always, and go like others', () => {
  const store = storeOf({ one: 'lang:en followers:>5', two: 'rating:<2 lang:de', three: 'acme' })
  expect(store.always).toHaveLength(2)
  dropQuery(store, 'one')
  dropQuery(store, 'one')
  expect(store.always).toEqual([store.numbers.get('two')])
  dropQuery(store, 'two')
  expect(store.always).toEqual([])
})
