import { expect, test } from 'vitest'
import { compareLabels } from './compare-labels.ts'

test('only fields that both labellings and the ruling know are compared', () => {
  const pairs = compareLabels(
    [
      { id: 'c0001', sentiment: 'negative', anger: 'calm' },
      { id: 'c0002', closing: 'thanks' },
    ],
    [{ id: 'c0001', sentiment: 'neutral' }],
    [
      { id: 'c0001', sentiment: 'neutral', anger: 'calm' },
      { id: 'c0002', closing: 'thanks' },
    ],
  )
  expect(pairs).toEqual([{ id: 'c0001', field: 'sentiment', first: 'negative', second: 'neutral', ruled: 'neutral' }])
})
