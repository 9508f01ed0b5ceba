import { expressionBuilder, type Expression, type ExpressionWrapper, type SqlBool } from 'kysely'
import { conversationFilter, topicFilter } from '../../access/filters.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import { isId } from '../../lib/id.ts'

type IdOfPost = Expression<string> | ExpressionWrapper<Tables, keyof Tables, string>

/** Whether the asker may see this post: it belongs to a conversation or a topic of theirs. */
export function isVisiblePost(who: Who, postId: IdOfPost): Expression<SqlBool> {
  const eb = expressionBuilder<Tables>()
  return eb.or([
    eb.exists(
      eb
        .selectFrom('message')
        .innerJoin('conversation', (join) =>
          join
            .onRef('conversation.workspaceId', '=', 'message.workspaceId')
            .onRef('conversation.id', '=', 'message.conversationId'),
        )
        .where('message.workspaceId', '=', who.workspaceId)
        .where('message.postId', '=', postId)
        .where(conversationFilter(who))
        .select('message.postId'),
    ),
    eb.exists(
      eb
        .selectFrom('match')
        .innerJoin('topic', (join) =>
          join.onRef('topic.workspaceId', '=', 'match.workspaceId').onRef('topic.id', '=', 'match.topicId'),
        )
        .where('match.workspaceId', '=', who.workspaceId)
        .where('match.postId', '=', postId)
        .where(topicFilter(who))
        .select('match.postId'),
    ),
  ])
}

/** Throws `not_found` for a post that is not there or not for the asker. */
export async function mustSeePost(tx: Tx, who: Who, postId: string): Promise<void> {
  const seen =
    isId(postId) &&
    (await tx
      .selectFrom('post')
      .select('post.id')
      .where('post.workspaceId', '=', who.workspaceId)
      .where('post.id', '=', postId)
      .where('post.deletedAt', 'is', null)
      .where((eb) => isVisiblePost(who, eb.ref('post.id')))
      .executeTakeFirst())
  if (!seen) throw notFound('post')
}
