import { conflict } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { type ActOn, changeConversation, holdConversation, liftAside } from './conversation-store.ts'
import { startClock, stopClock } from './keep-clock.ts'

/** Says by hand who is to speak next. An ended conversation stays ended: only the customer's next word brings it back. */
export async function changeTurn(tx: Tx, on: ActOn, turn: 'ours' | 'theirs'): Promise<void> {
  const { turn: from } = await holdConversation(tx, on)
  if (from === turn) return
  if (from === 'ended')
    throw conflict('ended', 'The customer has said that this conversation is over. Their next word brings it back.')
  await liftAside(tx, on)
  await changeConversation(tx, on, { turn })
  const { workspaceId, conversationId, by } = on
  await record(tx, workspaceId, { name: 'conversation.turn_changed', conversationId, by, details: { turn, from } })
  await (turn === 'ours' ? startClock(tx, on) : stopClock(tx, on))
}
