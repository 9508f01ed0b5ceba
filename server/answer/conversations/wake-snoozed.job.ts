import type { Job } from '../../db/job.ts'
import { wakeSnoozed } from './snooze.ts'

const atOnce = 500

/** Shows conversations again whose snooze is over. */
export const wakeSnoozedJob: Job = {
  name: 'wake snoozed',
  everySeconds: 5,
  run: (work, { workspaceId, now }) =>
    work(async (tx) => {
      const due = await tx
        .selectFrom('snooze')
        .select('conversationId')
        .distinct()
        .where('workspaceId', '=', workspaceId)
        .where('until', '<=', now)
        .limit(atOnce)
        .execute()
      for (const { conversationId } of due) await wakeSnoozed(tx, { workspaceId, conversationId }, { why: 'time', now })
    }),
}
