import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { turnWhenWeWrite } from '../../model/turn-machine.ts'
import { type ConversationRow, changeConversation, liftAside } from './conversation-store.ts'
import type { HeardPost } from './heard-post.ts'
import { stopClock } from './keep-clock.ts'

/**
 * Our own account wrote in the thread: a reply of ours that comes back from the network, or one that somebody wrote there
 * by hand. The second hands the turn to them, unless they have written since.
 */
export async function hearReply(tx: Tx, heard: HeardPost, conversation: ConversationRow): Promise<string> {
  const { workspaceId, post } = heard
  const known = await recogniseOwnReply(tx, heard, conversation)
  if (known) return known
  const messageId = newId()
  await tx
    .insertInto('message')
    .values({
      workspaceId,
      id: messageId,
      conversationId: conversation.id,
      direction: 'out',
      at: post.postedAt,
      postId: post.id,
      postedAt: post.postedAt,
      externalId: post.externalId,
      url: post.url,
    })
    .execute()
  const on = { workspaceId, conversationId: conversation.id }
  const isNewest = post.postedAt >= conversation.lastActivityAt
  const turn = isNewest ? turnWhenWeWrite(conversation.turn) : conversation.turn
  await changeConversation(tx, on, {
    turn,
    messageCount: conversation.messageCount + 1,
    ourReplies: conversation.ourReplies + 1,
    ...(isNewest ? { lastMessageId: messageId, lastActivityAt: post.postedAt } : {}),
  })
  if (turn !== conversation.turn) {
    await liftAside(tx, on)
    await stopClock(tx, on)
  }
  await record(tx, workspaceId, { name: 'reply.heard', ...on, subjectId: messageId, details: { messageId, turn } })
  return messageId
}

/** The message of ours that this post is, by the network's id; from now on it stands where the network shows it. */
async function recogniseOwnReply(
  tx: Tx,
  { workspaceId, post }: HeardPost,
  conversation: ConversationRow,
): Promise<string | undefined> {
  const message = await tx
    .updateTable('message')
    .set({ postId: post.id, postedAt: post.postedAt, url: post.url })
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversation.id)
    .where('direction', '=', 'out')
    .where('externalId', '=', post.externalId)
    .where('postId', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return message?.id
}
