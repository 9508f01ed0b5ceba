import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixShares } from './mix-shares.ts'

const shares = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  .filter((parts) => parts.some((part) => part > 0.01))
  .map((parts) => parts.map((part) => part / parts.reduce((sum, each) => sum + each, 0)))

describe('two voices as one', () => {
  test('are probabilities, between what both say', () => {
    fc.assert(
      fc.property(shares, shares, fc.double({ min: 0, max: 1, noNaN: true }), (first, second, weight) => {
        const mixed = mixShares(first, second, weight)
        expect(mixed.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
        const surest = first.indexOf(Math.max(...first))
        const isAgreed = second.every((share) => share <= second[surest]!)
        if (isAgreed) expect(mixed[surest]).toBeGreaterThanOrEqual(Math.max(...mixed) - 1e-9)
      }),
    )
  })

  test('follow the one with the weight', () => {
    const first = [0.8, 0.2]
    const second = [0.1, 0.9]
    expect(mixShares(first, second, 0)[0]).toBeCloseTo(0.8, 6)
    expect(mixShares(first, second, 1)[0]).toBeCloseTo(0.1, 6)
    expect(mixShares(first, second, 0.5)[0]).toBeCloseTo(0.4, 6)
  })

  test('stay numbers where one of them rules a label out', () => {
    expect(Array.from(mixShares([1, 0], [0, 1], 0.5))).toEqual([0.5, 0.5])
  })
})
