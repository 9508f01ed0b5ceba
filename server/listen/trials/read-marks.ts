import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export interface Mark {
  topicId: string
  postId: string
  postedAt: Date
  isRight: boolean
}

/** The newest marks of each of these topics, at most `limit` of each: a query is judged by what was said lately. */
export async function readMarks(tx: Tx, topicIds: readonly string[], limit: number): Promise<Mark[]> {
  if (topicIds.length === 0) return []
  const { rows } = await sql<Mark>`
    select newest.* from unnest(${topicIds}::uuid[]) as wanted (id)
    cross join lateral (
      select topic_id, post_id, posted_at, is_right from topic_mark
      where workspace_id = current_setting('earshot.workspace')::uuid and topic_id = wanted.id order by at desc limit ${limit}
    ) newest`.execute(tx)
  return rows
}

/** Whether a post was marked right, by its id. */
export function marksByPost(marks: readonly Mark[]): Map<string, boolean> {
  return new Map(marks.map(({ postId, isRight }) => [postId, isRight]))
}
