import { sql } from 'kysely'
import { conflict, notFound } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { changeTurn } from '../conversations/change-turn.ts'
import { changeConversation, holdConversation } from '../conversations/conversation-store.ts'

export type HeldDecision = 'arrived' | 'send_again' | 'drop'

/**
 * A person says what became of a reply that nobody could tell: it arrived, it is to be sent again under the same key,
 * or it is given up. Also sends a failed reply again.
 */
export async function decideHeldReply(
  tx: Tx,
  on: { workspaceId: string; conversationId: string; by: string; messageId: string },
  decision: HeldDecision,
): Promise<void> {
  const { workspaceId, conversationId, by, messageId } = on
  const delivery = await tx
    .selectFrom('delivery')
    .select('state')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!delivery) throw notFound('reply')
  if (delivery.state !== 'unknown' && delivery.state !== 'failed')
    throw conflict('not_held', 'This reply is not waiting for a decision.')
  const next = { arrived: 'sent', send_again: 'queued', drop: 'failed' } as const
  await tx
    .updateTable('delivery')
    .set({
      state: next[decision],
      looks: 0,
      fence: sql<string>`fence + 1`,
      notBefore: decision === 'send_again' ? sql<Date>`clock_timestamp()` : sql<Date>`'infinity'`,
      ...(decision === 'drop' ? { reason: 'Given up by one of us.' } : {}),
      ...(decision === 'send_again' ? { firstTriedAt: null, attempts: 0 } : { settledAt: new Date() }),
    })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', messageId)
    .execute()
  const about = { conversationId, subjectId: messageId, by }
  if (decision === 'arrived') await record(tx, workspaceId, { ...about, name: 'reply.sent', details: { messageId } })
  if (decision === 'drop')
    await record(tx, workspaceId, { ...about, name: 'reply.failed', details: { messageId, reason: 'given up' } })
  if (decision !== 'send_again') return
  await passTurn(tx, on)
  await wake(tx, workspaceId, 'outbox')
}

/** A reply that failed had given the turn back to us; sent again, it is theirs once more. */
async function passTurn(tx: Tx, on: { workspaceId: string; conversationId: string; by: string }): Promise<void> {
  const conversation = await holdConversation(tx, on)
  if (conversation.turn !== 'ours') return
  await changeTurn(tx, on, 'theirs')
  await changeConversation(tx, on, { ourReplies: conversation.ourReplies + 1 })
}
