import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNamingQuery, anyPost, anyQuery } from '../../../tests/any-query.ts'
import { plainlyMatches } from '../../../tests/plain-matcher.ts'
import { normaliseQuery } from './normalise-query.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'

test.each([
  ['((acme OR bolt) OR nut) late', '(acme OR bolt OR nut) late'],
  ['acme OR Acme OR "acme" OR bolt', 'acme OR bolt'],
  ['acme acme AND acme', 'acme'],
  ['acme -(NOT late)', 'acme late'],
  ['acme -(-(late OR late))', 'acme late'],
  ['(acme OR acme) NEAR/3 (late OR (late OR broken))', 'acme NEAR/3 (late OR broken)'],
  ['title:(acme acme)', 'title:acme'],
  ['list:Rivals OR list:rivals', 'list:Rivals OR list:rivals'],
  ['zebra OR acme', 'zebra OR acme'],
])('%s is %s', (written, plain) => {
  expect(printQuery(normaliseQuery(parseQuery(written).query!))).toBe(plain)
})

test('what is plain stays as it is, and reads back as the same tree', () => {
  fc.assert(
    fc.property(anyNamingQuery, (query) => {
      const plain = normaliseQuery(query)
      expect(normaliseQuery(plain)).toEqual(plain)
      expect(printQuery(plain).length).toBeLessThanOrEqual(printQuery(query).length)
      expect(printQuery(normaliseQuery(parseQuery(printQuery(plain)).query!))).toBe(printQuery(plain))
    }),
    { numRuns: 2_000 },
  )
})

test('the plain form finds the same posts', () => {
  fc.assert(
    fc.property(anyQuery, anyPost, (query, post) => {
      expect(plainlyMatches(normaliseQuery(query), post, 'en')).toBe(plainlyMatches(query, post, 'en'))
    }),
    { numRuns: 3_000 },
  )
})
