import { conflict } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import type { SetAsideReason } from '../../model/turn.ts'
import { type ActOn, changeConversation, holdConversation, liftAside } from './conversation-store.ts'
import { stopClock } from './keep-clock.ts'
import { turnBeforeRest } from './let-rest.ts'

/** Takes a conversation out of the list, with a reason. Doing it twice is harmless. */
export async function setAside(
  tx: Tx,
  on: ActOn,
  { reason, note = '' }: { reason: SetAsideReason; note?: string | undefined },
): Promise<void> {
  const conversation = await holdConversation(tx, on)
  if (conversation.turn === 'set_aside') return
  if (conversation.turn === 'ended')
    throw conflict('ended', 'The customer has said that this conversation is over; there is nothing to set aside.')
  const turnBefore = conversation.turn === 'resting' ? await turnBeforeRest(tx, on) : conversation.turn
  await liftAside(tx, on)
  const { workspaceId, conversationId, by } = on
  await tx.insertInto('setAside').values({ workspaceId, conversationId, by, reason, note, turnBefore }).execute()
  await changeConversation(tx, on, { turn: 'set_aside' })
  await stopClock(tx, on)
  await record(tx, workspaceId, { name: 'conversation.set_aside', conversationId, by, details: { reason, note } })
}
