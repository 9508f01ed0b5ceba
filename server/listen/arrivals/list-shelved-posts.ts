import { sql } from 'kysely'
import type { z } from 'zod'
import type { postQuery, shelvedPostPage } from '../../../contract/topics.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'

const firstWords = 280
/** As exact as a place in the list tells it. */
const shelvedAt = sql`date_trunc('milliseconds', shelved_post.at)`

/** Posts that could not be taken their way, the newest failure first, with what went wrong. */
export async function listShelvedPosts(
  tx: Tx,
  workspaceId: string,
  { limit, after }: Pick<z.infer<typeof postQuery>, 'limit' | 'after'>,
): Promise<z.infer<typeof shelvedPostPage>> {
  const place = placeAfter(after, 'time', 'id')
  const rows = await tx
    .selectFrom('shelvedPost')
    .innerJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'shelvedPost.workspaceId')
        .onRef('post.postedAt', '=', 'shelvedPost.postedAt')
        .onRef('post.id', '=', 'shelvedPost.postId'),
    )
    .innerJoin('channel', (join) =>
      join.onRef('channel.workspaceId', '=', 'post.workspaceId').onRef('channel.id', '=', 'post.channelId'),
    )
    .where('shelvedPost.workspaceId', '=', workspaceId)
    .where('shelvedPost.droppedAt', 'is', null)
    .$if(place !== undefined, (shelf) =>
      shelf.where(
        sql<boolean>`(${shelvedAt}, shelved_post.post_id) < (${place?.[0]}::timestamptz, ${place?.[1]}::uuid)`,
      ),
    )
    .select(['shelvedPost.postId', 'shelvedPost.error', 'shelvedPost.attempts', 'shelvedPost.at'])
    .select(['post.text', 'post.author', 'channel.id as channelId', 'channel.kind', 'channel.name'])
    .orderBy(shelvedAt, 'desc')
    .orderBy('shelvedPost.postId', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({
    id: row.postId,
    postId: row.postId,
    channel: { id: row.channelId, kind: row.kind, name: row.name },
    text: row.text.slice(0, firstWords),
    author: row.author.name?.trim() || row.author.handle,
    error: row.error,
    attempts: row.attempts,
    at: row.at.toISOString(),
  }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.at, last.id]) : null }
}
