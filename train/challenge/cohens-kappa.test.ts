import { expect, test } from 'vitest'
import { agreementOf } from './cohens-kappa.ts'

function repeated(first: string, second: string, times: number): [string, string][] {
  return Array.from({ length: times }, () => [first, second])
}

test('the textbook table of fifty grants', () => {
  const pairs = [
    ...repeated('yes', 'yes', 20),
    ...repeated('yes', 'no', 5),
    ...repeated('no', 'yes', 10),
    ...repeated('no', 'no', 15),
  ]
  const { count, share, kappa } = agreementOf(pairs)
  expect(count).toBe(50)
  expect(share).toBeCloseTo(0.7)
  expect(kappa).toBeCloseTo(0.4)
})

test('the same throughout is 1, the opposite is below 0', () => {
  expect(agreementOf([...repeated('a', 'a', 3), ...repeated('b', 'b', 2)]).kappa).toBeCloseTo(1)
  expect(agreementOf([...repeated('a', 'b', 3), ...repeated('b', 'a', 3)]).kappa).toBeCloseTo(-1)
})

test('one label alone says nothing beyond chance', () => {
  const { share, kappa } = agreementOf(repeated('a', 'a', 4))
  expect(share).toBe(1)
  expect(kappa).toBeNaN()
})
