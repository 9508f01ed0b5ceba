import { refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isId, newId } from '../../lib/id.ts'
import { type ActOn, changeConversation, holdConversation, liftAside } from './conversation-store.ts'
import { stopClock } from './keep-clock.ts'

/** What shows that the customer says it is over: their message, their tap, or their wish as one of us took it down. */
export type EndingEvidence =
  | { messageId: string }
  | { tapId: string }
  | { statedBy: string; words: string; at: Date | string }

/**
 * Ends a conversation by the customer's word. This is the only place that writes `ended`, and the database refuses it
 * without evidence. Ending it twice is harmless: the first evidence stays. Throws `refused` with the field at fault.
 */
export async function endByCustomer(tx: Tx, on: ActOn, evidence: EndingEvidence): Promise<void> {
  const conversation = await holdConversation(tx, on)
  const proof = await evidenceColumns(tx, on, evidence)
  if (conversation.turn === 'ended') return
  const { workspaceId, conversationId, by } = on
  const endingId = newId()
  await tx
    .insertInto('ending')
    .values({ workspaceId, id: endingId, conversationId, by, ...proof.columns })
    .execute()
  await liftAside(tx, on)
  await tx
    .deleteFrom('snooze')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .execute()
  await changeConversation(tx, on, { turn: 'ended', endingId, proposedEnding: null })
  await stopClock(tx, on)
  await record(tx, workspaceId, {
    name: 'conversation.ended',
    conversationId,
    by,
    details: { endingId, evidence: proof.kind },
  })
}

async function evidenceColumns(tx: Tx, on: ActOn, evidence: EndingEvidence) {
  if ('messageId' in evidence) {
    await mustBeTheirs(tx, on, evidence.messageId)
    return { kind: 'message' as const, columns: { messageId: evidence.messageId, messageDirection: 'in' as const } }
  }
  if ('tapId' in evidence) {
    await mustBeTheirTap(tx, on, evidence.tapId)
    return { kind: 'tap' as const, columns: { tapId: evidence.tapId } }
  }
  const statedAt = new Date(evidence.at)
  if (evidence.words.trim() === '') throw refused('evidence.words', 'Write down the words in which they said it.')
  if (evidence.statedBy.trim() === '') throw refused('evidence.statedBy', 'Write down who said it.')
  if (Number.isNaN(statedAt.getTime()) || statedAt.getTime() > Date.now() + 60_000)
    throw refused('evidence.at', 'Say when they said it; it cannot lie ahead of us.')
  return {
    kind: 'stated' as const,
    columns: { statedBy: evidence.statedBy, statedWords: evidence.words, statedAt },
  }
}

async function mustBeTheirs(tx: Tx, on: ActOn, messageId: string): Promise<void> {
  const message = isId(messageId)
    ? await tx
        .selectFrom('message')
        .select('direction')
        .where('workspaceId', '=', on.workspaceId)
        .where('conversationId', '=', on.conversationId)
        .where('id', '=', messageId)
        .executeTakeFirst()
    : undefined
  if (!message) throw refused('evidence.messageId', 'There is no such message in this conversation.')
  if (message.direction !== 'in')
    throw refused(
      'evidence.messageId',
      'One of us wrote this. Choose the message in which the customer says it is over.',
    )
}

async function mustBeTheirTap(tx: Tx, on: ActOn, tapId: string): Promise<void> {
  const tap = isId(tapId)
    ? await tx
        .selectFrom('tap')
        .select('id')
        .where('workspaceId', '=', on.workspaceId)
        .where('conversationId', '=', on.conversationId)
        .where('id', '=', tapId)
        .executeTakeFirst()
    : undefined
  if (!tap) throw refused('evidence.tapId', 'The customer has not tapped “this is sorted” in this conversation.')
}
