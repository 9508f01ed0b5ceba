import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutQuery, placesOf } from './query-places.ts'

const aDiagnostic = { severity: 'error', code: 'x', message: 'x' } as const

test('a mistake in the second line is marked there', () => {
  const query = 'parcel OR\n(delivery late'
  const places = placesOf(query, [{ ...aDiagnostic, line: 2, column: 1, length: 1 }])
  expect(cutQuery(query, places).find((run) => run.severity)).toMatchObject({ at: 10, text: '(' })
})

test('an error is seen over a warning at the same place', () => {
  const places = [
    { start: 0, end: 6, severity: 'warning' as const },
    { start: 2, end: 4, severity: 'error' as const },
  ]
  expect(cutQuery('parcel', places).map((run) => [run.text, run.severity])).toEqual([
    ['pa', 'warning'],
    ['rc', 'error'],
    ['el', 'warning'],
  ])
})

test('cutting never loses a character, whatever the places', () => {
  const place = fc.record({
    line: fc.integer({ min: 1, max: 5 }),
    column: fc.integer({ min: 1, max: 30 }),
    length: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.string(), fc.array(place), (query, found) => {
      const diagnostics = found.map((one) => ({ ...aDiagnostic, ...one }))
      expect(
        cutQuery(query, placesOf(query, diagnostics))
          .map((run) => run.text)
          .join(''),
      ).toBe(query)
    }),
  )
})
