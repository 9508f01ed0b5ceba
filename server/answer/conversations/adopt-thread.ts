import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { recognisePerson } from '../../know/people/recognise-person.ts'
import { newId } from '../../lib/id.ts'
import type { HeardPost } from './heard-post.ts'

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
  for (const one of earlier.reverse()) {
    const { idSpace, author } = one
    const identityId = one.ours ? null : (await recognisePerson(tx, { workspaceId, idSpace, author })).identityId
    await tx
      .insertInto('message')
      .values({
        workspaceId,
        id: newId(),
        conversationId,
        identityId,
        at: one.postedAt,
        postId: one.id,
        postedAt: one.postedAt,
        externalId: one.externalId,
        url: one.url,
        direction: one.ours ? 'out' : 'in',
      })
      .onConflict((row) => row.doNothing())
      .execute()
  }
  return earlier.length
}
