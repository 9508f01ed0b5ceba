import { expect, test } from 'vitest'
import { standsOut } from './log-odds.ts'

test('a word that is as common in both does not stand out', () => {
  expect(standsOut({ count: 10, all: 1_000 }, { count: 100, all: 10_000 }, 1_000)).toBeCloseTo(0)
})

test('turned round, it stands out by as much the other way', () => {
  const [here, there] = [
    { count: 30, all: 1_000 },
    { count: 20, all: 9_000 },
  ]
  expect(standsOut(here, there, 500)).toBeCloseTo(-standsOut(there, here, 500))
})

function atScale(times: number): number {
  return standsOut({ count: 2 * times, all: 100 * times }, { count: times, all: 5_000 * times }, 100)
}

test('the same share says more the more often it was seen', () => {
  expect(atScale(10)).toBeGreaterThan(2 * atScale(1))
})

test('a worked example by hand', () => {
  // The prior is 100 · 12 / 600 = 2: 12 of 100 words against 4 of 500, each with 100 of the prior.
  const expected = (Math.log(12 / 188) - Math.log(4 / 596)) / Math.sqrt(1 / 12 + 1 / 4)
  expect(standsOut({ count: 10, all: 100 }, { count: 2, all: 500 }, 100)).toBeCloseTo(expected)
})
