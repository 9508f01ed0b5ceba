import type { Tx } from '../../db/database.ts'
import { onEvent } from '../../on-event.ts'
import { changeConversation, holdConversation } from './conversation-store.ts'
import { startClock } from './keep-clock.ts'
import { record } from '../../events.ts'

/** A reply will never arrive: whoever waits for it waits for us again. The turn comes back, with a clock. */
export const returnWhenReplyFailed = onEvent('reply.failed', async (tx, { workspaceId, conversationId, details }) => {
  if (conversationId === null) return
  const on = { workspaceId, conversationId, by: null }
  const conversation = await holdConversation(tx, on)
  if (conversation.turn !== 'theirs' || !(await isNewestOfOurs(tx, on, details.messageId))) return
  await changeConversation(tx, on, { turn: 'ours', ourReplies: Math.max(0, conversation.ourReplies - 1) })
  await record(tx, workspaceId, {
    name: 'conversation.turn_changed',
    conversationId,
    details: { turn: 'ours', from: 'theirs' },
  })
  await startClock(tx, on)
})

/** Whether this failed reply is the last that we said; a later one may have arrived, or the same been sent again. */
async function isNewestOfOurs(tx: Tx, on: { workspaceId: string; conversationId: string }, messageId: string) {
  const newest = await tx
    .selectFrom('message')
    .leftJoin('delivery', (join) =>
      join.onRef('delivery.workspaceId', '=', 'message.workspaceId').onRef('delivery.id', '=', 'message.id'),
    )
    .where('message.workspaceId', '=', on.workspaceId)
    .where('message.conversationId', '=', on.conversationId)
    .where('message.direction', '=', 'out')
    .where('message.takenBackAt', 'is', null)
    .select(['message.id', 'delivery.state'])
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id === messageId && newest.state === 'failed'
}
