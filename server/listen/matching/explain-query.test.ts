import { expect, test } from 'vitest'
import { parseQuery } from '../topics/parse-query.ts'
import { explainQuery } from './explain-query.ts'

const explain = (query: string, texts: string[] = []) =>
  explainQuery(
    parseQuery(query).query!,
    texts.map((text) => ({ text })),
  )

test('a query is brought up by what is rarest in the posts', () => {
  const posts = Array.from({ length: 400 }, (_, at) => `the parcel ${at % 100 === 0 ? 'zebra' : 'today'}`)
  const { anchors, tried } = explain('parcel zebra', posts)
  expect(anchors.map(({ words }) => words)).toEqual(['zebra'])
  expect(anchors[0]!.share).toBeCloseTo(0.01, 2)
  expect(tried).toBeLessThan(0.02)
})

test('where each part is frequent, one guards the other', () => {
  const { anchors, guards } = explain('(late OR lost) AND (parcel OR "new shoes") NOT spam')
  expect([anchors, guards].map((needed) => needed.map(({ words }) => words).toSorted())).toEqual([
    ['"new shoes"', 'parcel'],
    ['late', 'lost'],
  ])
})

test.each([
  ['lang:en followers:>=10', [], 1],
  ['title:acme', ['title:acme'], undefined],
  ['{Acme Inc}', ['{Acme Inc}'], undefined],
  ['type:review lang:en', ['type:review'], undefined],
])('%s', (query, anchors, tried) => {
  const explained = explain(query)
  expect(explained.anchors.map(({ words }) => words)).toEqual(anchors)
  if (tried !== undefined) expect(explained.tried).toBe(tried)
})
