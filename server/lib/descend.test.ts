import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { descend } from './descend.ts'

test('finds the foot of any bowl', () => {
  const bowl = fc.record({
    foot: fc.double({ min: -5, max: 5, noNaN: true }),
    steep: fc.double({ min: 0.1, max: 50, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(bowl, { minLength: 1, maxLength: 12 }), (bowls) => {
      const at = new Float64Array(bowls.length)
      descend(
        at,
        (point, gradient) =>
          bowls.reduce((loss, { foot, steep }, place) => {
            gradient[place] = steep * (point[place]! - foot)
            return loss + 0.5 * steep * (point[place]! - foot) ** 2
          }, 0),
        { iterations: 300, tolerance: 1e-14 },
      )
      for (const [place, { foot }] of bowls.entries()) expect(at[place]).toBeCloseTo(foot, 2)
    }),
    { numRuns: 50 },
  )
})

test('finds its way through a bent valley (Rosenbrock)', () => {
  const at = Float64Array.from([-1.2, 1])
  const left = descend(
    at,
    ([x = 0, y = 0], gradient) => {
      gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
      gradient[1] = 200 * (y - x * x)
      return 100 * (y - x * x) ** 2 + (1 - x) ** 2
    },
    { iterations: 500, tolerance: 1e-14 },
  )
  expect(left).toBeLessThan(1e-6)
  expect(at[0]).toBeCloseTo(1, 2)
})

test('tells each step and never goes up', () => {
  const told: number[] = []
  const at = Float64Array.from([10])
  descend(at, ([x = 0], gradient) => ((gradient[0] = 2 * x), x * x), {
    iterations: 50,
    tell: (_, loss) => told.push(loss),
  })
  expect(told.length).toBeGreaterThan(0)
  expect(told).toEqual(told.toSorted((a, b) => b - a))
})
