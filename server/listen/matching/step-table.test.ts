import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findStep, leavesTo, makeStepTable, stepTo } from './step-table.ts'

const phrase = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 })

test('every phrase leads to one state, and back from it', () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 200 }), (phrases) => {
      const table = makeStepTable()
      const states = new Map<string, number>()
      for (const leaves of phrases) {
        const last = leaves.reduce((state, leaf) => stepTo(table, state, leaf), 0)
        expect(states.get(leaves.join()) ?? last).toBe(last)
        states.set(leaves.join(), last)
      }
      for (const [leaves, state] of states) {
        expect(leavesTo(table, state).join()).toBe(leaves)
        expect(table.length[state]).toBe(leaves.split(',').length)
      }
    }),
    { numRuns: 200 },
  )
})

test('a phrase that nobody asked for leads nowhere', () => {
  const table = makeStepTable()
  const one = stepTo(table, 0, 5)
  const two = stepTo(table, one, 6)
  expect(findStep(table, 0, 5)).toBe(one)
  expect(findStep(table, one, 6)).toBe(two)
  expect(findStep(table, one, 5)).toBe(0)
  expect(findStep(table, two, 6)).toBe(0)
  expect(findStep(table, 0, 6)).toBe(0)
})

test('two phrases that begin alike share how they begin', () => {
  const table = makeStepTable()
  const shoes = stepTo(table, stepTo(table, 0, 1), 2)
  const coats = stepTo(table, stepTo(table, 0, 1), 3)
  expect(shoes).not.toBe(coats)
  expect(table.before[shoes]).toBe(table.before[coats])
  expect(table.size).toBe(4)
})
