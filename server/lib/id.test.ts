import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isId, newId } from './id.ts'

test('ids are version 7, hold the time, and only ever go up, also when the clock is set back', () => {
  const steps = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 300 })
  const start = Date.now()
  vi.useFakeTimers()
  let last = ''
  try {
    fc.assert(
      fc.property(steps, (moves) => {
        for (const move of moves) {
          vi.setSystemTime(start + move)
          const id = newId()
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
          expect(id > last).toBe(true)
          last = id
        }
      }),
    )
  } finally {
    vi.useRealTimers()
  }
})

test('many ids of one millisecond stay in order and stay apart', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what cannot be an id is none', () => {
  expect(isId(newId())).toBe(true)
  fc.assert(fc.property(fc.string(), (text) => !isId(text)))
  for (const wrong of [newId().toUpperCase(), `${newId()} `, newId().replaceAll('-', ''), `x${newId().slice(1)}`])
    expect(isId(wrong)).toBe(false)
})
