import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BudgetWindow } from '../../../connectors/connector.ts'
import { periodOf } from './period-of.ts'

interface Moment {
  window: BudgetWindow
  now: string
  name: string
  endsAt: string
}

const day = (zone: string): BudgetWindow => ({ every: 'day', zone })
const at = (window: BudgetWindow, now: string, name: string, endsAt: string): Moment => ({ window, now, name, endsAt })

test.each<[string, Moment]>([
  ['a minute', at(60, '2026-11-22T10:00:59Z', '2026-11-22T10:00:00.000Z', '2026-11-22T10:01:00.000Z')],
  ['ten minutes', at(600, '2026-11-22T10:19:59Z', '2026-11-22T10:10:00.000Z', '2026-11-22T10:20:00.000Z')],
  ['a day in UTC', at(day('UTC'), '2026-11-22T23:59:59Z', '2026-11-22', '2026-11-23T00:00:00.000Z')],
  [
    'a day in California',
    at(day('America/Los_Angeles'), '2026-11-22T07:59:59Z', '2026-11-21', '2026-11-22T08:00:00.000Z'),
  ],
  ['a day of 25 hours', at(day('Europe/Berlin'), '2026-10-24T22:30:00Z', '2026-10-25', '2026-10-25T23:00:00.000Z')],
  ['a month', at({ every: 'month', zone: 'UTC' }, '2026-12-31T12:00:00Z', '2026-12', '2027-01-01T00:00:00.000Z')],
])('%s', (_what, { window, now, name, endsAt }) => {
  expect(periodOf(window, new Date(now))).toEqual({ name, endsAt: new Date(endsAt) })
})

test('every moment until the end is in the same period, and the end is in the next', () => {
  const windows = fc.constantFrom(
    { every: 'day', zone: 'Asia/Kathmandu' } as const,
    { every: 'month', zone: 'America/Los_Angeles' } as const,
    { every: 'day', zone: 'Australia/Lord_Howe' } as const,
    300,
  )
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(windows, moments, fc.double({ min: 0, max: 0.999, noNaN: true }), (window, now, share) => {
      const { name, endsAt } = periodOf(window, now)
      const between = new Date(now.getTime() + Math.floor((endsAt.getTime() - now.getTime()) * share))
      expect(periodOf(window, between)).toEqual({ name, endsAt })
      expect(periodOf(window, endsAt).name).not.toBe(name)
    }),
  )
})
