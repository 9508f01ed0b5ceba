import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { keptOneIn } from '../topics/kept-one-in.ts'
import type { DayChange, DayTotal, KeptMatch } from './keep-matches.ts'

/** How much the topics of all workspaces have found, day by day, as far as this process knows. */
export interface Rations {
  /** What the topics may keep of some posts of these days. The store is asked once for each day of a workspace. */
  open(
    tx: Tx,
    workspaceId: string,
    of: { days: readonly string[]; quotas: ReadonlyMap<string, number> },
  ): Promise<Ration>
  /** Takes over the totals as the store has them now. */
  learn(workspaceId: string, totals: readonly DayTotal[]): void
}

export interface Ration {
  /** Parts the matches of a post into those that are kept and those that are only counted. */
  part(post: { id: string; day: string }, matches: readonly KeptMatch[]): { kept: KeptMatch[]; leftOut: DayChange[] }
}

/** Topics' totals by day, of one workspace. */
type Days = Map<string, Map<string, number>>

const mostDays = 60

/** Nothing is known at first. */
export function makeRations(): Rations {
  const workspaces = new Map<string, Days>()
  return {
    async open(tx, workspaceId, { days, quotas }) {
      const known = workspaces.get(workspaceId) ?? new Map<string, Map<string, number>>()
      workspaces.set(workspaceId, known)
      const unknown = [...new Set(days)].filter((day) => !known.has(day))
      if (known.size + unknown.length > mostDays) known.clear()
      if (unknown.length > 0) await readDays(tx, known, [...new Set(days)])
      return makeRation(known, quotas)
    },
    learn(workspaceId, totals) {
      const known = workspaces.get(workspaceId)
      for (const { topicId, day, matches } of totals) known?.get(day)?.set(topicId, matches)
    },
  }
}

async function readDays(tx: Tx, known: Days, days: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('topicDay')
    .select(['topicId', 'day', 'matches'])
    .where('day', '=', sql<string>`any(${days}::date[])`)
    .execute()
  for (const day of days) known.set(day, new Map())
  for (const { topicId, day, matches } of rows) known.get(day)?.set(topicId, matches)
}

/** Counts on from what is known, for as long as its transaction runs. */
function makeRation(known: Days, quotas: ReadonlyMap<string, number>): Ration {
  const counted = new Map<string, number>()
  const isKept = (topicId: string, { id, day }: { id: string; day: string }): boolean => {
    const key = `${day} ${topicId}`
    const found = counted.get(key) ?? known.get(day)?.get(topicId) ?? 0
    counted.set(key, found + 1)
    return drawnLot(id) % keptOneIn(found, quotas.get(topicId) ?? Infinity) === 0
  }
  return {
    part(post, matches) {
      const { kept = [], out = [] } = Object.groupBy(matches, (match) => (isKept(match.topicId, post) ? 'kept' : 'out'))
      return { kept, leftOut: out.map(({ topicId }) => ({ topicId, day: post.day, by: 1, leftOut: 1 })) }
    },
  }
}

/** A number by chance that stays the same for a post, so that a repeated batch keeps the same ones. */
function drawnLot(postId: string): number {
  return Number.parseInt(postId.slice(-8), 16)
}
