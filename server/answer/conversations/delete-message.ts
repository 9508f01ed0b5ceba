import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { changeConversation, holdConversation } from './conversation-store.ts'
import { findPlace, type Placed } from './find-place.ts'

/**
 * A post was deleted at its source: its place in the conversation stays, empty, and nothing finds its words any more.
 * Doing it twice is harmless.
 */
export async function deleteMessage(
  tx: Tx,
  { workspaceId, post }: { workspaceId: string; post: { id: string } },
): Promise<Placed | undefined> {
  const placed = await findPlace(tx, { workspaceId, post })
  if (!placed) return undefined
  const { conversationId, messageId } = placed
  const conversation = await holdConversation(tx, { workspaceId, conversationId, by: null })
  await tx
    .deleteFrom('messageSearch')
    .where('workspaceId', '=', workspaceId)
    .where('messageId', '=', messageId)
    .execute()
  if (conversation.proposedEnding?.messageId === messageId) {
    await changeConversation(tx, { workspaceId, conversationId }, { proposedEnding: null })
  }
  const noted = await tx
    .selectFrom('event')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('name', '=', 'message.deleted_at_source')
    .where('subjectId', '=', messageId)
    .executeTakeFirst()
  if (noted) return placed
  await record(tx, workspaceId, {
    name: 'message.deleted_at_source',
    conversationId,
    subjectId: messageId,
    details: { messageId },
  })
  return placed
}
