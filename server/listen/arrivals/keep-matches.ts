import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { TopicMatch } from '../../model/match.ts'

export interface KeptMatch {
  topicId: string
  topicVersion: number
  hits: TopicMatch['hits']
}

/** How many matches a topic's day gained or lost. */
export interface DayChange {
  topicId: string
  day: string
  by: number
  /** Those of them that were only counted, since the topic's quota was used up. */
  leftOut: number
}

/** All that a topic found on a day. */
export interface DayTotal {
  topicId: string
  day: string
  matches: number
}

/**
 * Writes which topics found a post and what hit: places only, never its words. Doing it again changes nothing; after an
 * edit, what no longer matches goes. Returns what that means for the topics' days.
 */
export async function keepMatches(
  tx: Tx,
  workspaceId: string,
  post: { id: string; postedAt: Date },
  { matches, edited }: { matches: KeptMatch[]; edited: boolean },
): Promise<DayChange[]> {
  const day = dayOf(post)
  const gone = edited ? await dropOthers(tx, { workspaceId, postId: post.id }, matches) : []
  const fresh = matches.length === 0 ? [] : await upsert(tx, { workspaceId, post }, matches)
  return [
    ...gone.map((topicId) => ({ topicId, day, by: -1, leftOut: 0 })),
    ...fresh.map((topicId) => ({ topicId, day, by: 1, leftOut: 0 })),
  ]
}

/** The day that a post counts for, in UTC. */
export function dayOf({ postedAt }: { postedAt: Date }): string {
  return postedAt.toISOString().slice(0, 10)
}

/**
 * Moves the topics' days, in the order of their keys, so that two transactions never wait for each other in a ring. Tells
 * the totals that come of it.
 */
export async function countDays(tx: Tx, workspaceId: string, changes: DayChange[]): Promise<DayTotal[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<DayTotal>`insert into topic_day (workspace_id, topic_id, day, matches, left_out)
    select ${workspaceId}::uuid, topic_id, day, sum(by), sum(left_out) from unnest(${changes.map((one) => one.topicId)}::uuid[],
      ${changes.map((one) => one.day)}::date[], ${changes.map((one) => one.by)}::int[],
      ${changes.map((one) => one.leftOut)}::int[]) as change (topic_id, day, by, left_out)
    group by topic_id, day order by topic_id, day
    on conflict (workspace_id, topic_id, day)
      do update set matches = topic_day.matches + excluded.matches, left_out = topic_day.left_out + excluded.left_out
    returning topic_id, day, matches`.execute(tx)
  return rows
}

async function upsert(
  tx: Tx,
  { workspaceId, post }: { workspaceId: string; post: { id: string; postedAt: Date } },
  matches: KeptMatch[],
): Promise<string[]> {
  const written = await tx
    .insertInto('match')
    .values(
      matches.map(({ topicId, topicVersion, hits }) => ({
        workspaceId,
        postId: post.id,
        postedAt: post.postedAt,
        topicId,
        topicVersion,
        hits: JSON.stringify(hits),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'postId', 'topicId'])
        .doUpdateSet((row) => ({ hits: row.ref('excluded.hits'), topicVersion: row.ref('excluded.topicVersion') })),
    )
    .returning(['topicId', sql<boolean>`xmax = 0`.as('isNew')])
    .execute()
  return written.flatMap(({ topicId, isNew }) => (isNew ? [topicId] : []))
}

async function dropOthers(
  tx: Tx,
  { workspaceId, postId }: { workspaceId: string; postId: string },
  matches: KeptMatch[],
): Promise<string[]> {
  const gone = await tx
    .deleteFrom('match')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .where('topicId', '<>', sql<string>`all(${matches.map((match) => match.topicId)}::uuid[])`)
    .returning('topicId')
    .execute()
  return gone.map((match) => match.topicId)
}
