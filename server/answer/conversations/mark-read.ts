import type { Tx } from '../../db/database.ts'
import type { ActOn } from './conversation-store.ts'

/** Remembers that a colleague has read a conversation, or that it is to look unread to them again. */
export async function markRead(tx: Tx, on: ActOn & { by: string }, read: boolean): Promise<void> {
  const { workspaceId, conversationId, by: colleagueId } = on
  if (read) {
    const mark = { workspaceId, conversationId, colleagueId, readAt: new Date() }
    await tx
      .insertInto('readMark')
      .values(mark)
      .onConflict((row) =>
        row.columns(['workspaceId', 'colleagueId', 'conversationId']).doUpdateSet({ readAt: mark.readAt }),
      )
      .execute()
    return
  }
  await tx
    .deleteFrom('readMark')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('colleagueId', '=', colleagueId)
    .execute()
}

/** The customer has written: nobody has read that yet. */
export async function markUnreadForAll(tx: Tx, on: Pick<ActOn, 'workspaceId' | 'conversationId'>): Promise<void> {
  await tx
    .deleteFrom('readMark')
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .execute()
}
