import { sql } from 'kysely'
import type { CorrectionView } from '../../../contract/readings.ts'
import { conversationFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'

export type ShownPost = Awaited<ReturnType<typeof selectShown>>[number]

const firstWords = 600

/** Posts as lists of readings show them, by id; those that were deleted are not among them. */
export async function readShownPosts(tx: Tx, who: Who, ids: readonly string[]): Promise<Map<string, ShownPost>> {
  const rows = ids.length === 0 ? [] : await selectShown(tx, who, ids)
  return new Map(rows.map((row) => [row.id, row]))
}

function selectShown(tx: Tx, who: Who, ids: readonly string[]) {
  return tx
    .selectFrom('post')
    .where('post.workspaceId', '=', who.workspaceId)
    .where('post.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('post.deletedAt', 'is', null)
    .select(['post.id', 'post.title', 'post.text', 'post.writtenAt', 'post.author', 'post.language'])
    .select((eb) =>
      eb
        .selectFrom('message')
        .innerJoin('conversation', (join) =>
          join
            .onRef('conversation.workspaceId', '=', 'message.workspaceId')
            .onRef('conversation.id', '=', 'message.conversationId'),
        )
        .whereRef('message.workspaceId', '=', 'post.workspaceId')
        .whereRef('message.postId', '=', 'post.id')
        .where(conversationFilter(who))
        .select('message.conversationId')
        .limit(1)
        .as('conversationId'),
    )
    .execute()
}

/** A post with its first words. */
export function presentPost(post: ShownPost): CorrectionView['post'] {
  return {
    id: post.id,
    text: (post.text || (post.title ?? '')).slice(0, firstWords),
    at: post.writtenAt.toISOString(),
    author: post.author.name ?? post.author.handle,
    language: post.language,
    conversationId: post.conversationId,
  }
}
