import { sql } from 'kysely'
import { correctionsOf } from '../../../db/corrections-of.ts'
import type { Tx } from '../../../db/database.ts'
import type { Correction } from '../../../db/present-reading.ts'
import { copiesOf } from '../near-duplicates/copies-of.ts'

/** What people said of posts that this one is a copy of holds for it too. Returns what counts for it, by reader. */
export async function correctCopy(tx: Tx, workspaceId: string, postId: string): Promise<readonly Correction[]> {
  const copies = await copiesOf(tx, workspaceId, postId)
  if (copies.length > 0) {
    await sql`
      insert into correction_copy (workspace_id, post_id, correction_id)
      select distinct on (reader) workspace_id, ${postId}::uuid, id from correction
      where workspace_id = ${workspaceId} and taken_back_at is null and post_id = any(${copies}::uuid[])
      order by reader, at desc
      on conflict do nothing`.execute(tx)
  }
  const { said } = await tx
    .selectNoFrom(correctionsOf(sql.val(workspaceId), sql.val(postId)).as('said'))
    .executeTakeFirstOrThrow()
  return said ?? []
}

/** Whether anybody has said anything of a reading yet: without it no post need be looked at. */
export async function isAnythingCorrected(tx: Tx, workspaceId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('correction')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('takenBackAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
