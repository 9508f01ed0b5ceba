import type { Database } from '../db/database.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { wakeUp } from '../lib/wake-up.ts'
import { outboxLog } from '../log.ts'
import { deliverOne, takeDue, type Senders } from './deliver.ts'

/** How often it looks for what has become due (undo time over, a lease over, the next look). */
const everySeconds = 1
/** Deliveries under way at once, in all and on one channel: a slow network cannot hold up the others. */
const mostAtOnce = 32
const mostPerChannel = 4

/**
 * The one door out: goes over all workspaces and sends what is due. `look` makes it look at once. `drain` sends what
 * is under way and stops; the rest stays queued.
 */
export function runOutbox(db: Database, senders: Senders): { look: () => void; drain: () => Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const underWay = new Map<Promise<void>, string>()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      try {
        for (const workspace of await listWorkspaces(db)) await startDue(workspace.id)
      } catch (error) {
        outboxLog.error({ err: error }, 'the outbox could not look for what is due')
      }
      await bell.wait(everySeconds, stop.signal)
    }
  })()

  async function startDue(workspaceId: string): Promise<void> {
    const free = mostAtOnce - underWay.size
    if (free <= 0) return
    const delivering = { db, workspaceId, senders }
    for (const claimed of await takeDue(delivering, Math.min(free, mostPerChannel), busyChannels(underWay))) {
      const delivery = deliverOne(delivering, claimed)
        .catch((error: unknown) =>
          outboxLog.error({ deliveryId: claimed.id, err: error }, 'delivery interrupted; it is taken up again'),
        )
        .finally(() => {
          underWay.delete(delivery)
          bell.ring()
        })
      underWay.set(delivery, claimed.channelId)
    }
  }

  return {
    look: () => bell.ring(),
    async drain() {
      stop.abort()
      await loop
      await Promise.allSettled(underWay.keys())
    },
  }
}

function busyChannels(underWay: ReadonlyMap<unknown, string>): string[] {
  const counts = new Map<string, number>()
  for (const channelId of underWay.values()) counts.set(channelId, (counts.get(channelId) ?? 0) + 1)
  return [...counts].flatMap(([channelId, count]) => (count >= mostPerChannel ? [channelId] : []))
}
