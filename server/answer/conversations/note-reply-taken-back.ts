import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isQueuing, turnWithoutReply } from '../../model/turn-machine.ts'
import { asksBack } from './asks-back.ts'
import { type ActOn, changeConversation, type ConversationRow, holdConversation } from './conversation-store.ts'
import { startClock, stopClock } from './keep-clock.ts'
import { readTurnEvents } from './read-turn-events.ts'
import { restoreAside } from './restore-aside.ts'

/**
 * A reply was taken back before it went out: the conversation stands as if it had never been queued, and who waited for
 * us waits since then. Doing it twice is harmless.
 */
export async function noteReplyTakenBack(tx: Tx, on: ActOn, messageId: string): Promise<void> {
  const conversation = await holdConversation(tx, on)
  const { workspaceId, conversationId, by } = on
  const events = await readTurnEvents(tx, on)
  if (events.some((event) => event.name === 'reply.taken_back' && event.details.messageId === messageId)) return
  const taken = await tx
    .updateTable('message')
    .set({ takenBackAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('id', '=', messageId)
    .where('direction', '=', 'out')
    .returning('text')
    .executeTakeFirst()
  if (!taken) return
  const turn = turnWithoutReply(events, messageId)
  await changeConversation(tx, on, { turn, ...(await countsWithout(tx, on, { conversation, text: taken.text ?? '' })) })
  await restoreAside(tx, on, { turn, events: events.filter((event) => !isQueuing(event, messageId)) })
  await stopClock(tx, on)
  await startClock(tx, on, await waitingSince(tx, on, messageId))
  await record(tx, workspaceId, {
    name: 'reply.taken_back',
    conversationId,
    subjectId: messageId,
    by,
    details: { messageId, turn },
  })
}

async function countsWithout(
  tx: Tx,
  on: ActOn,
  { conversation, text }: { conversation: ConversationRow; text: string },
) {
  const last = await tx
    .selectFrom('message')
    .select(['id', 'at'])
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .where('takenBackAt', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    lastMessageId: last?.id ?? null,
    lastActivityAt: last?.at ?? conversation.lastActivityAt,
    messageCount: conversation.messageCount - 1,
    ourReplies: conversation.ourReplies - 1,
    unansweredQuestions: Math.max(0, conversation.unansweredQuestions - (asksBack(text) ? 1 : 0)),
  }
}

/** When their oldest message came that no other reply of ours has followed. */
async function waitingSince(tx: Tx, on: ActOn, messageId: string): Promise<Date> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(received.at) as since from event received
    where received.workspace_id = ${on.workspaceId} and received.conversation_id = ${on.conversationId}
      and received.name = 'message.received' and received.id > coalesce((
        select max(replied.id::text)::uuid from event replied
        join message on message.workspace_id = replied.workspace_id and message.id = replied.subject_id
        where replied.workspace_id = ${on.workspaceId} and replied.conversation_id = ${on.conversationId}
          and replied.name in ('reply.queued', 'reply.heard') and replied.subject_id <> ${messageId}
          and message.taken_back_at is null
      ), '00000000-0000-0000-0000-000000000000')`.execute(tx)
  return rows[0]?.since ?? new Date()
}
