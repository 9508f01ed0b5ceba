import type { ConversationView } from '../../../contract/conversations.ts'
import type { Tx } from '../../db/database.ts'

/** How far the reading of a conversation's thread at its network is; null where the network has none to read. */
export async function readThreadState(
  tx: Tx,
  of: { workspaceId: string; conversationId: string },
): Promise<ConversationView['thread']> {
  const row = await tx
    .selectFrom('threadReading')
    .select(['state', 'note', 'readAt'])
    .where('workspaceId', '=', of.workspaceId)
    .where('conversationId', '=', of.conversationId)
    .executeTakeFirst()
  if (!row || row.state === 'not_offered') return null
  return { state: row.state, note: row.state === 'failed' ? row.note : '', readAt: row.readAt?.toISOString() ?? null }
}
