import type { Tx } from '../../db/database.ts'
import { onEvent } from '../../on-event.ts'
import { changeConversation, holdConversation } from './conversation-store.ts'

/**
 * A network may show us our own reply before it tells us that it took it; then the reply stands there twice. Once its
 * id is known, what was heard becomes the same message. Doing it twice is harmless.
 */
export const joinHeardReply = onEvent('reply.sent', async (tx, { workspaceId, conversationId, details }) => {
  if (conversationId === null) return
  const on = { workspaceId, conversationId, by: null }
  const conversation = await holdConversation(tx, on)
  const heard = await takeHeard(tx, on, details.messageId)
  if (!heard) return
  await tx
    .updateTable('message')
    .set({ postId: heard.postId, postedAt: heard.postedAt })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', details.messageId)
    .execute()
  await changeConversation(tx, on, {
    messageCount: conversation.messageCount - 1,
    ourReplies: conversation.ourReplies - 1,
    ...(conversation.lastMessageId === heard.id ? { lastMessageId: details.messageId } : {}),
  })
})

async function takeHeard(tx: Tx, on: { workspaceId: string; conversationId: string }, messageId: string) {
  const heard = await tx
    .deleteFrom('message')
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .where('direction', '=', 'out')
    .where('id', '!=', messageId)
    .where('colleagueId', 'is', null)
    .where('externalId', '=', (sent) =>
      sent
        .selectFrom('message as sent')
        .select('sent.externalId')
        .where('sent.workspaceId', '=', on.workspaceId)
        .where('sent.id', '=', messageId),
    )
    .returning(['id', 'postId', 'postedAt'])
    .executeTakeFirst()
  if (!heard) return undefined
  await tx
    .deleteFrom('messageSearch')
    .where('workspaceId', '=', on.workspaceId)
    .where('messageId', '=', heard.id)
    .execute()
  return heard
}
