import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { PostTable } from '../../db/listening-tables.ts'

/** A kept post as the pipeline reads it. */
export type StoredPost = Selectable<PostTable>

/** Posts of one workspace by id; `from` and `to` bound the months that are looked at. */
export async function readStoredPosts(
  tx: Tx,
  workspaceId: string,
  wanted: { postId: string; postedAt: Date }[],
): Promise<Map<string, StoredPost>> {
  if (wanted.length === 0) return new Map()
  const times = wanted.map((one) => one.postedAt.getTime())
  const rows = await tx
    .selectFrom('post')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '>=', new Date(Math.min(...times)))
    .where('postedAt', '<=', new Date(Math.max(...times)))
    .where('id', '=', sql<string>`any(${wanted.map((one) => one.postId)}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
