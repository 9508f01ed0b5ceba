import type { LiveEvent } from '../../contract/live.ts'
import { gather } from './gather.ts'
import { followLive } from './live-events.ts'
import { askAgain } from './request.ts'

/** What happened since the last batch, or `gap`: anything may have. */
export type LiveBatch = readonly LiveEvent[] | 'gap'

const watchers = new Set<(batch: LiveBatch) => void>()

/** Hears what happens, gathered to at most three batches a second. Returns how to stop. */
export function watchLive(onBatch: (batch: LiveBatch) => void): () => void {
  watchers.add(onBatch)
  return () => watchers.delete(onBatch)
}

/** Follows the workspace and asks again what may have changed; called once by the frame. */
export function startLive(): () => void {
  const push = gather<LiveEvent>(330, (events) => {
    void askAgain(new Set(events.map((event) => event.name)))
    for (const watcher of watchers) watcher(events)
  })
  return followLive({ onEvents: (events) => events.forEach(push), onGap: tellGap })
}

/** Something may have been missed: everything on the screen is asked again. */
export function tellGap(): void {
  void askAgain()
  for (const watcher of watchers) watcher('gap')
}
