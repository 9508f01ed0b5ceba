import type { Tx } from '../../../db/database.ts'

const mostCopies = 2_000

/** The other posts of the group of copies that a post belongs to, the newest first; 2,000 at most. */
export async function copiesOf(tx: Tx, workspaceId: string, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('reading as copy')
    .innerJoin('reading as one', (join) =>
      join.onRef('one.workspaceId', '=', 'copy.workspaceId').onRef('one.copiesId', '=', 'copy.copiesId'),
    )
    .where('one.workspaceId', '=', workspaceId)
    .where('one.postId', '=', postId)
    .where('copy.postId', '<>', postId)
    .select('copy.postId')
    .orderBy('copy.postId', 'desc')
    .limit(mostCopies)
    .execute()
  return rows.map((row) => row.postId)
}
