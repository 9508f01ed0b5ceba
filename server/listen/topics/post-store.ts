import { sql } from 'kysely'
import { conversationFilter, topicFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import { correctionsOf, linesOf } from '../../db/corrections-of.ts'
import type { Tx } from '../../db/database.ts'

export type PostRow = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number]
export type MatchRow = Awaited<ReturnType<typeof readMatches>>[number]

/** Kept posts with their channel, readings and corrections, the newest first. */
export function selectPosts(tx: Tx) {
  return tx
    .selectFrom('post')
    .innerJoin('channel', 'channel.id', 'post.channelId')
    .leftJoin('reading', 'reading.postId', 'post.id')
    .where('post.deletedAt', 'is', null)
    .select([
      'post.id',
      'post.text',
      'post.title',
      'post.author',
      'post.url',
      'post.type',
      'post.language',
      'post.postedAt',
      'post.writtenAt',
      'post.channelId',
      'channel.kind as channelKind',
      'channel.name as channelName',
      'reading.readings',
      'reading.copiesId',
    ])
    .select(correctionsOf(sql.ref('post.workspace_id'), sql.ref('post.id')).as('corrections'))
    .select(linesOf(sql.ref('post.workspace_id')).as('lines'))
    .orderBy('post.postedAt', 'desc')
    .orderBy('post.id', 'desc')
}

/** The matches of these posts that `who` may see. */
export function readMatches(tx: Tx, who: Who, ids: readonly string[]) {
  return tx
    .selectFrom('match')
    .innerJoin('topic', 'topic.id', 'match.topicId')
    .where(topicFilter(who))
    .where('match.postId', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['match.postId', 'match.topicId', 'match.hits'])
    .execute()
}

/** The conversation of each of these posts, where there is one that `who` may see. */
export async function readConversations(tx: Tx, who: Who, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversationId')
    .where(conversationFilter(who))
    .where('message.postId', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['message.postId', 'message.conversationId'])
    .execute()
  return new Map(rows.flatMap((row) => (row.postId === null ? [] : [[row.postId, row.conversationId] as const])))
}
