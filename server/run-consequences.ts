import type { Database } from './db/database.ts'
import { listWorkspaces } from './db/outside-workspace.ts'
import { followEvents } from './follow-events.ts'
import { wakeUp } from './lib/wake-up.ts'
import { jobLog } from './log.ts'
import type { Consequence } from './on-event.ts'

/** Carries out what follows from events, soon after they happen. */
export function runConsequences(
  db: Database,
  consequences: readonly Consequence[],
): { look: () => void; stop: () => Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      let gone = 0
      try {
        for (const workspace of await listWorkspaces(db)) gone += await followEvents(db, workspace.id, consequences)
      } catch (error) {
        jobLog.error({ err: error }, 'what follows from events was interrupted')
      }
      // A wake a tenth of a second ago is answered by this round; every change of a busy minute need not be one.
      await bell.wait(gone > 0 ? 0.1 : 2, stop.signal)
    }
  })()
  return {
    look: () => bell.ring(),
    async stop() {
      stop.abort()
      await loop
    },
  }
}
