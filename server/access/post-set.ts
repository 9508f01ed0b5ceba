import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import { countedLabel } from '../db/counted-label.ts'
import type { Tables } from '../db/tables.ts'
import { conversationFilter, topicFilter } from './filters.ts'
import type { Who } from './who.ts'

/** Which posts: every part that is given narrows them. */
export interface PostSet {
  topic?: string | undefined
  channel?: string | undefined
  department?: string | undefined
  sentiment?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The posts of a set that the asker may see, as conditions on the table `post` (not renamed in the query). */
export function postsIn(who: Who, set: PostSet): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'post'>()
  const conditions: Expression<SqlBool>[] = [
    eb('post.workspaceId', '=', who.workspaceId),
    eb('post.deletedAt', 'is', null),
  ]
  if (set.topic !== undefined) conditions.push(eb.exists(matching(who).where('match.topicId', '=', set.topic)))
  if (set.channel !== undefined) conditions.push(eb('post.channelId', '=', set.channel))
  if (set.department !== undefined)
    conditions.push(eb.exists(conversing(who).where('conversation.departmentId', '=', set.department)))
  if (set.sentiment !== undefined) conditions.push(soundsLike(set.sentiment))
  if (set.from !== undefined) conditions.push(eb('post.postedAt', '>=', new Date(set.from)))
  if (set.to !== undefined) conditions.push(eb('post.postedAt', '<', new Date(set.to)))
  if (!who.isOwner) conditions.push(eb.or([eb.exists(matching(who)), eb.exists(conversing(who))]))
  return conditions
}

/** Matches of the post with topics that the asker may see. */
function matching(who: Who) {
  return expressionBuilder<Tables, 'post'>()
    .selectFrom('match')
    .innerJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'match.workspaceId').onRef('topic.id', '=', 'match.topicId'),
    )
    .where('match.workspaceId', '=', who.workspaceId)
    .whereRef('match.postId', '=', 'post.id')
    .where(topicFilter(who))
    .select(sql`1`.as('one'))
}

/** Conversations that the post stands in and the asker may see. */
function conversing(who: Who) {
  return expressionBuilder<Tables, 'post'>()
    .selectFrom('message')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.workspaceId', '=', 'message.workspaceId')
        .onRef('conversation.id', '=', 'message.conversationId'),
    )
    .where('message.workspaceId', '=', who.workspaceId)
    .whereRef('message.postId', '=', 'post.id')
    .where(conversationFilter(who))
    .select(sql`1`.as('one'))
}

function soundsLike(sentiment: string): Expression<SqlBool> {
  const label = countedLabel('sentiment', sql.ref('post.workspace_id'), sql.ref('post.id'))
  return sql<SqlBool>`coalesce(${label}, 'unknown') = ${sentiment}`
}
