import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsWildcard } from './wildcard.ts'

test('fits as the same pattern written as a regular expression does', () => {
  const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?', '𝒜'), { maxLength: 8 }).map((pieces) => pieces.join(''))
  const word = fc.array(fc.constantFrom('a', 'b', '𝒜'), { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(pattern, word, (wanted, written) => {
      const expression = new RegExp(`^${wanted.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
      expect(fitsWildcard(wanted, written)).toBe(expression.test(written))
    }),
    { numRuns: 5_000 },
  )
})

test('a hostile pattern takes no longer than its length times that of the word', () => {
  const started = performance.now()
  expect(fitsWildcard('a*'.repeat(50) + 'b', 'a'.repeat(50_000))).toBe(false)
  expect(performance.now() - started).toBeLessThan(200)
})
