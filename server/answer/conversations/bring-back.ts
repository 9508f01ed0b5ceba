import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { type ActOn, changeConversation, holdConversation, liftAside } from './conversation-store.ts'
import { startClock } from './keep-clock.ts'

/**
 * Undoes that a conversation was set aside or laid to rest: whoever was to speak before is to speak again.
 * Doing it twice is harmless.
 */
export async function bringBack(tx: Tx, on: ActOn, from: 'setAside' | 'rest'): Promise<void> {
  await holdConversation(tx, on)
  const row = await tx
    .selectFrom(from)
    .select('turnBefore')
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .executeTakeFirst()
  if (!row) return
  const turn = row.turnBefore
  await liftAside(tx, on)
  await changeConversation(tx, on, { turn })
  const { workspaceId, conversationId, by } = on
  await record(tx, workspaceId, { name: 'conversation.brought_back', conversationId, by, details: { turn } })
  await startClock(tx, on)
}
