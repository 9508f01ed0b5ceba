import type { Database } from './db/database.ts'
import { listWorkspaces } from './db/outside-workspace.ts'
import { wakeUp } from './lib/wake-up.ts'
import { followArrivals, type Handle } from './listen/arrivals/follow-arrivals.ts'
import { pipelineLog } from './log.ts'

/** It also looks by itself: a lost notice costs a second, never a post. */
const everySeconds = 1

/** The second loop: takes kept posts of every workspace the whole way. A busy workspace gives way after each batch. */
export function runPipeline(db: Database, handle: Handle): { look: () => void; drain: () => Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      let finished = 0
      try {
        for (const workspace of await listWorkspaces(db)) {
          if (stop.signal.aborted) break
          finished += await followArrivals({ db, workspaceId: workspace.id, handle })
        }
      } catch (error) {
        pipelineLog.error({ err: error }, 'the pipeline was interrupted; the batch is repeated')
      }
      if (finished === 0) await bell.wait(everySeconds, stop.signal)
    }
  })()
  return {
    look: () => bell.ring(),
    async drain() {
      stop.abort()
      await loop
    },
  }
}
