import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'

const mostCopies = 2_000

/** Posts of the same month, before and after, that say the same in the same words, whatever their case and spaces. */
export async function copiesOf(tx: Tx, workspaceId: string, postId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with one as (select id, posted_at, text from post where workspace_id = ${workspaceId} and id = ${postId} limit 1)
    select post.id from post, one
    where post.workspace_id = ${workspaceId} and post.id <> one.id and post.deleted_at is null and one.text <> ''
      and post.posted_at between one.posted_at - interval '30 days' and one.posted_at + interval '30 days'
      and btrim(lower(regexp_replace(post.text, '\\s+', ' ', 'g'))) = btrim(lower(regexp_replace(one.text, '\\s+', ' ', 'g')))
    limit ${mostCopies}`.execute(tx)
  return rows.map((row) => row.id)
}
