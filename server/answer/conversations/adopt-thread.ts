import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { HeardPost } from './heard-post.ts'
import { takeInQuietly } from './take-in-quietly.ts'

const mostPosts = 200

/**
 * Takes what was said in the thread before into the conversation, so that the whole of it is seen. Nobody waits for that.
 * Returns how many messages it makes.
 */
export async function adoptThread(tx: Tx, { workspaceId, post }: HeardPost, conversationId: string): Promise<number> {
  const earlier = await tx
    .selectFrom('post')
    .select(['id', 'postedAt', 'author', 'ours', 'externalId', 'url', 'idSpace'])
    .where('workspaceId', '=', workspaceId)
    .where('idSpace', '=', post.idSpace)
    .where('threadKey', '=', post.threadKey)
    .where('id', '<', post.id)
    .where(sql<boolean>`date_trunc('milliseconds', kept_at) <= ${post.keptAt}`)
    .where('postedAt', '<=', post.postedAt)
    .where('deletedAt', 'is', null)
    .orderBy('postedAt', 'desc')
    .limit(mostPosts)
    .execute()
  return takeInQuietly(tx, { workspaceId, conversationId }, earlier.reverse())
}
