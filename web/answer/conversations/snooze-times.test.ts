import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snoozeTimes } from './snooze-times.ts'

function ids(hour: number): string[] {
  return snoozeTimes(new Date(2026, 0, 7, hour)).map(({ id }) => id)
}

describe('times to snooze to', () => {
  it('lie ahead, and Monday is a Monday', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (now) => {
        for (const { id, at } of snoozeTimes(now)) {
          expect(at.getTime()).toBeGreaterThan(now.getTime())
          if (id === 'monday') expect(at.getDay()).toBe(1)
        }
      }),
    )
  })
  it('offer the afternoon only in the morning', () => {
    expect(ids(9)).toContain('afternoon')
    expect(ids(16)).not.toContain('afternoon')
  })
})
