import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { anyNamingQuery } from '../../../tests/any-query.ts'
import { checkQuery } from './check-query.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'

test.each([
  ['acme  AND   shoes', 'acme shoes'],
  ['NOT NOT acme', 'acme'],
  ['((acme))', 'acme'],
  ['acme AND NOT (spam)', 'acme -spam'],
  ['(a1 OR b1) OR c1', 'a1 OR b1 OR c1'],
  ['a1 (b1 c1) OR d1', '(a1 b1 c1) OR d1'],
  ['AT&T', '"at t"'],
  ['"acme"', 'acme'],
  ['"or"', '"or"'],
  ['東京', '東京'],
  ['author:ACME', 'author:@acme'],
  ['url:"/a b/"', 'url:"/a b/"'],
  ['title:"new shoes"', 'title:"new shoes"'],
])('%s is printed as %s', (text, printed) => {
  expect(printQuery(parseQuery(text).query!)).toBe(printed)
})

test('what is printed reads back as the same tree, without a mistake of form', () => {
  fc.assert(
    fc.property(anyNamingQuery, (query) => {
      const printed = printQuery(query)
      const read = parseQuery(printed)
      expect(read.problems.filter(({ code }) => code !== 'question-mark-ending' && code !== 'short-title')).toEqual([])
      expect(bare(read.query!)).toEqual(bare(flat(query)))
      expect(printQuery(read.query!)).toBe(printQuery(flat(query)))
    }),
    { numRuns: 2_000 },
  )
})

test('any text at all is read in the end, and places lie within it', () => {
  const piece = fc.constantFrom(
    'acme',
    '(',
    ')',
    '"',
    '{',
    '}',
    '-',
    'AND',
    'OR',
    'NOT',
    'NEAR/3',
    'BEFORE/200',
    'lang:en',
    'title:(',
    '*',
    'ab*',
    '#x',
    '🔥',
    '“',
    '\n',
    ':',
    'foo:bar',
    '東京',
    'or',
    '[',
    ']',
    '~5',
    '"a b"~',
    "'a",
    "b'",
    'a,',
    ',',
    'near/5',
    'NEAR',
    '7',
    'from:x',
    'site:(',
    'site:a,b',
    'raw:',
    'is:reply',
    'since:1',
    'list:x',
    'followers>5',
    'followers:>',
    '!x',
    '#',
    '&quot;',
    'a\u200bb',
    '{A OR B}',
    'https://a.example/x',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.array(piece, { maxLength: 20 }), fc.constantFrom(' ', '')).map(([pieces, joint]) => pieces.join(joint)),
  )
  fc.assert(
    fc.property(text, (written) => {
      const { query, diagnostics, ok } = checkQuery(written)
      expect(ok || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      const lines = written.split(/\r\n|\n|\r/)
      for (const { line, column, repair } of diagnostics) {
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 2)
        if (repair !== undefined) expect(parseQuery(repair).query).toBeDefined()
      }
      if (query && ok)
        expect(parseQuery(printQuery(query)).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

/** The tree without the places in its text. */
function bare(query: Query): unknown {
  return JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'place' ? undefined : value)))
}

/** And in and, or in or, not of not: the same as without the inner brackets. */
function flat(query: Query): Query {
  if (query.kind === 'and' || query.kind === 'or') {
    const of = query.of.map(flat).flatMap((part) => (part.kind === query.kind ? childrenOf(part) : [part]))
    return of.length === 1 ? of[0]! : { kind: query.kind, of }
  }
  if (query.kind === 'near') return { ...query, left: flat(query.left), right: flat(query.right) }
  if (query.kind === 'title') return { ...query, of: flat(query.of) }
  if (query.kind !== 'not') return query
  const of = flat(query.of)
  return of.kind === 'not' ? of.of : { kind: 'not', of }
}
