import { expect, test } from 'vitest'
import { estimateShare } from './estimate-share.ts'

test.each([
  { hits: 18, tries: 20, low: 0.699, high: 0.972 },
  { hits: 0, tries: 10, low: 0, high: 0.278 },
  { hits: 10, tries: 10, low: 0.722, high: 1 },
  { hits: 500, tries: 1_000, low: 0.469, high: 0.531 },
])('$hits of $tries lie between $low and $high', ({ hits, tries, low, high }) => {
  const estimated = estimateShare(hits, tries)
  expect(estimated.share).toBe(hits / tries)
  expect(estimated.low).toBeCloseTo(low, 3)
  expect(estimated.high).toBeCloseTo(high, 3)
})

test('nothing tried tells nothing', () => {
  expect(estimateShare(0, 0)).toEqual({ share: 0, low: 0, high: 1 })
})
