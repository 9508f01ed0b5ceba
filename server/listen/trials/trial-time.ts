import { lastDays } from '../topics/present-topic.ts'

const trialDays = 30

/** The time that is looked at: thirty days in UTC, today with them. */
export interface TrialTime {
  /** As `2026-11-22`, the oldest first. */
  days: readonly string[]
  from: Date
  to: Date
}

/** The last thirty days up to now. */
export function lastThirtyDays(now: Date): TrialTime {
  const days = lastDays(now, trialDays)
  return { days, from: new Date(`${days[0]!}T00:00:00Z`), to: now }
}

/** The number of a time's day among `days`. */
export function dayOf({ from, days }: TrialTime, at: Date): number {
  return Math.min(days.length - 1, Math.max(0, Math.floor((at.getTime() - from.getTime()) / 86_400_000)))
}
