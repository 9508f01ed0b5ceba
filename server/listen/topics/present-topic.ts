import type { TopicView } from '../../../contract/topics.ts'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import type { Standing } from '../trials/read-standings.ts'
import { keptOneIn } from './kept-one-in.ts'
import type { TopicRow, WeekRow } from './topic-store.ts'

interface Beside {
  week: readonly WeekRow[]
  warnings: QueryDiagnostic[]
  standing: Standing
  mayChange: boolean
  now: Date
}

/** A topic as it leaves the server, with its week day by day, the oldest first. */
export function presentTopic(topic: TopicRow, { week, warnings, standing, mayChange, now }: Beside): TopicView {
  const days = new Map(week.filter((row) => row.topicId === topic.id).map((row) => [row.day, row]))
  const found = days.get(dayOf(now))?.matches ?? 0
  return {
    id: topic.id,
    name: topic.name,
    kind: topic.kind,
    query: topic.query,
    purpose: topic.purpose,
    action: topic.action,
    owner: named(topic.ownerId, topic.ownerName),
    department: named(topic.departmentId, topic.departmentName),
    on: topic.isOn,
    version: topic.version,
    changedAt: topic.changedAt.toISOString(),
    changedBy: named(topic.changedBy, topic.changerName),
    week: lastDays(now, 7).map((day) => ({ day, matches: days.get(day)?.matches ?? 0 })),
    warnings,
    ...standing,
    quota: {
      perDay: topic.dailyQuota,
      today: {
        found,
        kept: found - (days.get(dayOf(now))?.leftOut ?? 0),
        oneIn: keptOneIn(found, topic.dailyQuota),
      },
    },
    may: { change: mayChange },
  }
}

/** The day of a time in UTC, as `2026-11-22`. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/** The last `count` days in UTC as `2026-11-22`, today last. */
export function lastDays(now: Date, count: number): string[] {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  return Array.from({ length: count }, (_, index) =>
    new Date(midnight - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  )
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}
