/** Part of its time that is used when a clock begins to show. */
const shownFrom = 0.5
/** Part of its time that is left when it turns amber. */
const amberUnder = 0.2

export type ClockTone = 'hidden' | 'plain' | 'soon' | 'late'

/** How a running clock looks at a moment: hidden at first, amber near its end, then late. */
export function clockTone(clock: { startedAt: string; dueAt: string }, now: number): ClockTone {
  const started = Date.parse(clock.startedAt)
  const due = Date.parse(clock.dueAt)
  if (now >= due) return 'late'
  const left = (due - now) / Math.max(1, due - started)
  if (left > 1 - shownFrom) return 'hidden'
  return left < amberUnder ? 'soon' : 'plain'
}
