import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'

/** Leaves a shelved post as it is: kept, but not taken further. False when it is not on the shelf. */
export async function dropPost(tx: Tx, workspaceId: string, postId: string, by: string): Promise<boolean> {
  const dropped = await tx
    .updateTable('shelvedPost')
    .set({ droppedAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .where('droppedAt', 'is', null)
    .returning('postId')
    .executeTakeFirst()
  if (!dropped) return false
  await record(tx, workspaceId, { name: 'post.dropped', subjectId: postId, by, details: {} })
  return true
}
