import type { BudgetWindow } from '../../../connectors/connector.ts'

export interface Period {
  /** The same for every moment of the period, in every process. */
  name: string
  endsAt: Date
}

/** The period of a budget that holds `now`: so many seconds, or a day or month by the calendar of a place. */
export function periodOf(window: BudgetWindow, now: Date): Period {
  if (typeof window === 'number') {
    const length = window * 1000
    const begins = Math.floor(now.getTime() / length) * length
    return { name: new Date(begins).toISOString(), endsAt: new Date(begins + length) }
  }
  const { every, zone } = window
  const today = dayIn(zone, now)
  const name = every === 'day' ? today : today.slice(0, 7)
  return { name, endsAt: firstMomentAfter(name, zone, now) }
}

/** `2026-11-22`, as the calendar of that place has it. */
function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at)
}

/**
 * The first whole quarter of an hour after `from` whose day no longer begins with `name`: no place on earth is off by
 * less, and days of 23 or 25 hours come out right.
 */
function firstMomentAfter(name: string, zone: string, from: Date): Date {
  const quarter = 15 * 60_000
  let before = Math.floor(from.getTime() / quarter)
  let after = before + 33 * 96
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayIn(zone, new Date(middle * quarter)).startsWith(name)) before = middle
    else after = middle
  }
  return new Date(after * quarter)
}
