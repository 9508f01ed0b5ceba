import { conflict } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import type { Turn } from '../../model/turn.ts'
import { type ActOn, changeConversation, holdConversation } from './conversation-store.ts'
import { stopClock } from './keep-clock.ts'

/** Lays a conversation to rest: out of the list until the customer writes, never counted as ended. Twice is harmless. */
export async function letRest(tx: Tx, on: ActOn): Promise<void> {
  const { turn } = await holdConversation(tx, on)
  if (turn === 'resting') return
  if (turn === 'ended')
    throw conflict('ended', 'The customer has said that this conversation is over; it rests already.')
  if (turn === 'set_aside')
    throw conflict('set_aside', 'This conversation is set aside. Bring it back before it can rest.')
  const { workspaceId, conversationId, by } = on
  await tx.insertInto('rest').values({ workspaceId, conversationId, by, turnBefore: turn }).execute()
  await changeConversation(tx, on, { turn: 'resting' })
  await stopClock(tx, on)
  await record(tx, workspaceId, { name: 'conversation.rested', conversationId, by, details: {} })
}

/** Who was to speak before the conversation was laid to rest. */
export async function turnBeforeRest(tx: Tx, on: Pick<ActOn, 'workspaceId' | 'conversationId'>): Promise<Turn> {
  const row = await tx
    .selectFrom('rest')
    .select('turnBefore')
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .executeTakeFirst()
  return row?.turnBefore ?? 'theirs'
}
