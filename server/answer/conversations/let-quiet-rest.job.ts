import type { Tx } from '../../db/database.ts'
import type { Job } from '../../db/job.ts'
import { holdConversation } from './conversation-store.ts'
import { letRest } from './let-rest.ts'

const questions = 2
const quietDays = 5
const atOnce = 200

/** Lays to rest what stayed quiet for five days after two questions of ours. Their next word brings it back. */
export const letQuietRest: Job = {
  name: 'let quiet rest',
  everySeconds: 300,
  run: async (work, { workspaceId, now }) => {
    const since = new Date(now.getTime() - quietDays * 86_400_000)
    const quiet = await work((tx) =>
      tx
        .selectFrom('conversation')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('turn', '=', 'theirs')
        .where('unansweredQuestions', '>=', questions)
        .where('lastActivityAt', '<', since)
        .limit(atOnce)
        .execute(),
    )
    for (const { id } of quiet)
      await work((tx) => restIfQuiet(tx, { workspaceId, conversationId: id, by: null }, since))
  },
}

/** They may have written since we looked. */
async function restIfQuiet(
  tx: Tx,
  on: { workspaceId: string; conversationId: string; by: null },
  since: Date,
): Promise<void> {
  const { turn, lastActivityAt, unansweredQuestions } = await holdConversation(tx, on)
  if (turn === 'theirs' && unansweredQuestions >= questions && lastActivityAt < since) await letRest(tx, on)
}
