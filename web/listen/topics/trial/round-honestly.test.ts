import { expect, test } from 'vitest'
import { roundHonestly } from './round-honestly.ts'

test.each([
  [0, 0],
  [0.2, 1],
  [41.3, 41],
  [312.4, 310],
  [1_240, 1_200],
])('%d is about %d', (value, about) => expect(roundHonestly(value)).toBe(about))
