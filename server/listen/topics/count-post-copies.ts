import { sql, type Expression, type SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** A group of posts that say the same, and how many of them are in the list. */
export interface PostCopies {
  id: string
  count: number
}

/** Groups of copies with more than one post under these conditions on `post`, by their id. */
export async function countPostCopies(
  tx: Tx,
  copiesIds: readonly (string | null)[],
  conditions: readonly Expression<SqlBool>[],
): Promise<Map<string, PostCopies>> {
  const ids = new Set(copiesIds.filter((id) => id !== null))
  if (ids.size === 0) return new Map()
  const rows = await tx
    .selectFrom('reading as copy')
    .innerJoin('post', (join) =>
      join.onRef('post.workspaceId', '=', 'copy.workspaceId').onRef('post.id', '=', 'copy.postId'),
    )
    .where('copy.copiesId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where((eb) => eb.and([...conditions]))
    .select(sql<string>`copy.copies_id`.as('id'))
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy('copy.copiesId')
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
