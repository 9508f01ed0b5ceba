import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { announceArrivals } from '../channels/announce-arrivals.ts'

/** Takes a post off the shelf and sends it the whole way again. False when it is not there. */
export async function retryPost(tx: Tx, workspaceId: string, postId: string, by: string): Promise<boolean> {
  const shelved = await tx
    .deleteFrom('shelvedPost')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .where('droppedAt', 'is', null)
    .returning(['postId', 'postedAt'])
    .executeTakeFirst()
  if (!shelved) return false
  const post = await tx
    .selectFrom('post')
    .select(['channelId', 'idSpace', 'threadKey', 'externalId'])
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '=', shelved.postedAt)
    .where('id', '=', postId)
    .executeTakeFirst()
  if (!post) return false
  const channel = { workspaceId, id: post.channelId, idSpace: post.idSpace }
  await announceArrivals(tx, channel, [
    { ...shelved, externalId: post.externalId, threadKey: post.threadKey, change: 'new' },
  ])
  await record(tx, workspaceId, { name: 'post.retried', subjectId: postId, by, details: {} })
  await wake(tx, workspaceId, 'posts')
  return true
}
