import type { Tx } from '../../db/database.ts'
import type { Job } from '../../db/job.ts'
import { record } from '../../events.ts'
import { holdConversation } from '../conversations/conversation-store.ts'
import { releaseFromWhoLeft } from '../conversations/release-from-who-left.ts'

const atOnce = 500

/** Says once of each clock that it has run out. Whoever waits longest comes first. */
export const ringClocks: Job = {
  name: 'ring clocks',
  everySeconds: 5,
  run: async (work, { workspaceId, now }) => {
    const due = await work((tx) =>
      tx
        .selectFrom('clock')
        .select('conversationId')
        .where('workspaceId', '=', workspaceId)
        .where('dueAt', '<=', now)
        .where('rangAt', 'is', null)
        .orderBy('dueAt')
        .limit(atOnce)
        .execute(),
    )
    for (const { conversationId } of due) await work((tx) => ring(tx, { workspaceId, conversationId }, now))
  },
}

async function ring(tx: Tx, on: { workspaceId: string; conversationId: string }, now: Date): Promise<void> {
  const { workspaceId, conversationId } = on
  await holdConversation(tx, { ...on, by: null })
  const rang = await tx
    .updateTable('clock')
    .set({ rangAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('dueAt', '<=', now)
    .where('rangAt', 'is', null)
    .returning(['kind', 'dueAt'])
    .executeTakeFirst()
  if (!rang) return
  await releaseFromWhoLeft(tx, on)
  await record(tx, workspaceId, {
    name: 'clock.ran_out',
    conversationId,
    details: { clock: rang.kind, dueAt: rang.dueAt.toISOString() },
  })
}
