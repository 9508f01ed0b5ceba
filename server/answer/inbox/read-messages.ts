import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../db/database.ts'
import { correctionsOf, linesOf, proposalsOf } from '../../db/corrections-of.ts'

export type MessageRow = Awaited<ReturnType<typeof readMessages>>[number]

/** The newest messages of a conversation, oldest first; a reply that was taken back is none. */
export async function readMessages(tx: Tx, of: { workspaceId: string; conversationId: string }, limit: number) {
  const rows = await tx
    .selectFrom('message')
    .leftJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'message.workspaceId')
        .onRef('post.postedAt', '=', 'message.postedAt')
        .onRef('post.id', '=', 'message.postId'),
    )
    .leftJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'message.workspaceId').onRef('colleague.id', '=', 'message.colleagueId'),
    )
    .leftJoin('delivery', (join) =>
      join.onRef('delivery.workspaceId', '=', 'message.workspaceId').onRef('delivery.id', '=', 'message.id'),
    )
    .leftJoin('reading', (join) =>
      join.onRef('reading.workspaceId', '=', 'message.workspaceId').onRef('reading.postId', '=', 'message.postId'),
    )
    .where('message.workspaceId', '=', of.workspaceId)
    .where('message.conversationId', '=', of.conversationId)
    .where('message.takenBackAt', 'is', null)
    .select(['message.id', 'message.direction', 'message.at', 'message.text as ownText', 'message.postId'])
    .select(['message.url as ownUrl', 'colleague.id as colleagueId', 'colleague.name as colleagueName'])
    .select(['post.text as postText', 'post.title', 'post.author', 'post.url as postUrl', 'post.language'])
    .select(['post.visibility', 'post.editedAt', 'post.deletedAt', 'post.mediaDescriptions'])
    .select(['delivery.state', 'delivery.notBefore', 'delivery.reason', 'delivery.url as deliveredUrl'])
    .select('reading.readings')
    .select(correctionsOf(sql.ref('message.workspaceId'), sql.ref('message.postId')).as('corrections'))
    .select(linesOf(sql.val(of.workspaceId)).as('lines'))
    .select(proposalsOf(sql.ref('message.workspaceId'), sql.ref('message.postId')).as('proposals'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('postVersion')
          .whereRef('postVersion.workspaceId', '=', 'message.workspaceId')
          .whereRef('postVersion.postId', '=', 'message.postId')
          .select(['postVersion.text', 'postVersion.replacedAt as at'])
          .orderBy('postVersion.version'),
      ).as('versions'),
    ])
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse()
}
