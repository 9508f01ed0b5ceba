import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkQuery } from '../../server/listen/topics/check-query.ts'
import { namesIn, queryOfNames } from './query-of-names.ts'

test.each([
  ['Acme', 'Acme'],
  ['Acme\nAcme Runner\n', 'Acme OR "Acme Runner"'],
  ['Wi-Fi & Co', '"Wi-Fi & Co"'],
  ['“Acme”\nACME\nAcme', 'Acme OR ACME'],
  ['NOT', '"NOT"'],
  ['\n  \n...', ''],
])('%j becomes %s', (names, query) => expect(queryOfNames(names)).toBe(query))

test('whatever is typed as a name makes a query without mistakes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 }), (names) => {
      const typed = names.join('\n')
      fc.pre(namesIn(typed).length > 0)
      const errors = checkQuery(queryOfNames(typed)).diagnostics.filter((each) => each.severity === 'error')
      expect(errors).toEqual([])
    }),
  )
})
