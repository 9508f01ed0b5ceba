import { refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { type ActOn, holdConversation } from './conversation-store.ts'

/** Hides a conversation from one colleague's list until a time or a reply; the turn stays. A second time replaces the first. */
export async function snooze(
  tx: Tx,
  on: ActOn & { by: string },
  how: { until: Date } | { untilReply: true },
  now: Date = new Date(),
): Promise<void> {
  await holdConversation(tx, on)
  const until = 'until' in how ? how.until : null
  const untilReply = 'untilReply' in how
  if (until && until <= now) throw refused('until', 'This time is in the past. Choose a later one.')
  const { workspaceId, conversationId, by: colleagueId } = on
  await tx
    .insertInto('snooze')
    .values({ workspaceId, conversationId, colleagueId, until, untilReply })
    .onConflict((row) =>
      row.columns(['workspaceId', 'conversationId', 'colleagueId']).doUpdateSet({ until, untilReply, at: now }),
    )
    .execute()
  await record(tx, workspaceId, {
    name: 'conversation.snoozed',
    conversationId,
    by: colleagueId,
    details: { colleagueId, until: until?.toISOString() ?? null, untilReply },
  })
}

/** Takes the snooze of one colleague away again. Harmless where there is none. */
export async function unsnooze(tx: Tx, on: ActOn & { by: string }): Promise<void> {
  await holdConversation(tx, on)
  await wakeSnoozed(tx, on, { why: 'undone', colleagueId: on.by })
}

/** Shows a conversation again to those who snoozed it: one colleague, everybody who waits for a reply, or whose time has come. */
export async function wakeSnoozed(
  tx: Tx,
  on: Pick<ActOn, 'workspaceId' | 'conversationId'>,
  how: { why: 'undone'; colleagueId: string } | { why: 'reply' } | { why: 'time'; now: Date },
): Promise<void> {
  const { workspaceId, conversationId } = on
  let rows = tx
    .deleteFrom('snooze')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .returning('colleagueId')
  if (how.why === 'undone') rows = rows.where('colleagueId', '=', how.colleagueId)
  if (how.why === 'reply') rows = rows.where('untilReply', '=', true)
  if (how.why === 'time') rows = rows.where('until', '<=', how.now)
  for (const { colleagueId } of await rows.execute()) {
    const by = how.why === 'undone' ? colleagueId : null
    await record(tx, workspaceId, {
      name: 'conversation.woken',
      conversationId,
      by,
      details: { colleagueId, why: how.why },
    })
  }
}
