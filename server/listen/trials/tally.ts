import type { CountedSoFar } from '../../../contract/topic-trials.ts'
import type { TrialTime } from './trial-time.ts'
import { dayOf } from './trial-time.ts'

/** What was found, counted. Of a sample, each match counts for as many posts as it stands for. */
export interface Tally {
  matches: number
  days: number[]
  channels: Map<string, number>
  /** What a switched-on query would bring more to each department, by id; null: to nobody. */
  departments: Map<string | null, number>
  added: number
  removed: number
}

/** A post that the tried query finds, or the version in use, or both. */
export interface FoundPost {
  id: string
  postedAt: Date
  channelId: string
  isFound: boolean
  /** Found by the version in use. */
  wasFound: boolean
  /** How many more matches reach the department: 1, 0, or -1. */
  more: number
  departmentId: string | null
}

export function emptyTally(time: TrialTime): Tally {
  return {
    matches: 0,
    days: time.days.map(() => 0),
    channels: new Map(),
    departments: new Map(),
    added: 0,
    removed: 0,
  }
}

/** Counts a post that stands for `weight` posts. */
export function countIn(tally: Tally, post: FoundPost, { time, weight }: { time: TrialTime; weight: number }): void {
  if (post.isFound) {
    tally.matches += weight
    tally.days[dayOf(time, post.postedAt)]! += weight
    tally.channels.set(post.channelId, (tally.channels.get(post.channelId) ?? 0) + weight)
  }
  if (post.isFound && !post.wasFound) tally.added += weight
  if (!post.isFound && post.wasFound) tally.removed += weight
  if (post.more !== 0) {
    tally.departments.set(post.departmentId, (tally.departments.get(post.departmentId) ?? 0) + post.more * weight)
  }
}

/** The tally of an exact count that goes on. */
export function tallyOf(soFar: CountedSoFar, time: TrialTime): Tally {
  return {
    matches: soFar.matches,
    days: time.days.map((_, index) => soFar.days[index] ?? 0),
    channels: new Map(soFar.channels.map(({ id, matches }) => [id, matches])),
    departments: new Map(soFar.departments.map(({ id, extra }) => [id, extra])),
    added: soFar.added,
    removed: soFar.removed,
  }
}
