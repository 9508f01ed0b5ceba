import { expect, test } from 'vitest'
import { keptBy } from './kept-by.ts'

test.each([
  [0, 100],
  [0.25, 90],
  [0.5, 70],
  [0.625, 50],
  [0.75, 30],
  [1, 0],
])('a line at %s keeps %s of 100', (line, kept) => {
  expect(keptBy([10, 20, 40, 30], line)).toEqual({ kept, all: 100 })
})

test('where nothing was read nothing is kept', () => {
  expect(keptBy([0, 0], 0.5)).toEqual({ kept: 0, all: 0 })
})
