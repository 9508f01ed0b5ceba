import { describe, expect, it } from 'vitest'
import { clockTone } from './clock-state.ts'

const clock = { startedAt: '2026-01-05T09:00:00Z', dueAt: '2026-01-05T10:00:00Z' }
const at = (time: string): number => Date.parse(`2026-01-05T${time}Z`)

describe('a clock', () => {
  it.each([
    ['09:10:00', 'hidden'],
    ['09:31:00', 'plain'],
    ['09:49:00', 'soon'],
    ['10:00:00', 'late'],
    ['13:00:00', 'late'],
  ])('at %s is %s', (time, tone) => expect(clockTone(clock, at(time))).toBe(tone))
})
