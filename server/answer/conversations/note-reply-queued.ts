import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { turnWhenWeWrite } from '../../model/turn-machine.ts'
import type { Turn } from '../../model/turn.ts'
import { asksBack } from './asks-back.ts'
import { type ActOn, changeConversation, holdConversation, liftAside } from './conversation-store.ts'
import { startClock, stopClock } from './keep-clock.ts'
import { forgetDraft } from './save-draft.ts'

/**
 * One of us has answered: the message stands in the conversation and its delivery in the outbox. Whose turn it is now
 * follows (theirs unless said otherwise), the clock stops, the draft is done with. Returns the turn.
 */
export async function noteReplyQueued(
  tx: Tx,
  on: ActOn & { by: string },
  reply: { messageId: string; text: string; at?: Date; turn?: 'ours' | 'theirs' | undefined },
): Promise<Turn> {
  const conversation = await holdConversation(tx, on)
  const { workspaceId, conversationId, by } = on
  const { messageId, text, at = new Date() } = reply
  const turn = turnWhenWeWrite(conversation.turn, reply.turn)
  if (conversation.turn === 'set_aside' || conversation.turn === 'resting') await liftAside(tx, on)
  await changeConversation(tx, on, {
    turn,
    lastMessageId: messageId,
    lastActivityAt: at > conversation.lastActivityAt ? at : conversation.lastActivityAt,
    messageCount: conversation.messageCount + 1,
    ourReplies: conversation.ourReplies + 1,
    unansweredQuestions: conversation.unansweredQuestions + (asksBack(text) ? 1 : 0),
  })
  await stopClock(tx, on)
  await startClock(tx, on, at)
  await forgetDraft(tx, on, 'reply')
  await record(tx, workspaceId, {
    name: 'reply.queued',
    conversationId,
    subjectId: messageId,
    by,
    details: { messageId, turn },
  })
  return turn
}
