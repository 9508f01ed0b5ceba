import type { Database } from '../../db/database.ts'
import { listWorkspaces } from '../../db/outside-workspace.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { wakeUp } from '../../lib/wake-up.ts'
import { listenLog } from '../../log.ts'
import type { Hearing } from './listen-to-channel.ts'
import { listenToChannel } from './listen-to-channel.ts'

export type OpenHearing = (channel: ListenedChannel, signal: AbortSignal) => Hearing | undefined

export interface ListenedChannel {
  workspaceId: string
  id: string
  kind: string
  idSpace: string
  nextTryAt: Date
  failures: number
}

interface Running {
  print: string
  stop: AbortController
  done: Promise<void>
}

/**
 * Keeps one listener running for every channel that is connected and not paused, in every workspace. A channel that
 * changes (settings, pause, a new sign-in) gets a fresh one. `look` is called when something changed; it also looks
 * by itself every ten seconds.
 */
export function mindChannels(db: Database, openHearing: OpenHearing): { look: () => void; stop: () => Promise<void> } {
  const running = new Map<string, Running>()
  const stop = new AbortController()
  const bell = wakeUp()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      try {
        await lookOnce(db, running, openHearing)
      } catch (error) {
        listenLog.error({ err: error }, 'could not look after the channels')
      }
      await bell.wait(10, stop.signal)
    }
  })()
  return {
    look: () => bell.ring(),
    async stop() {
      stop.abort()
      for (const listener of running.values()) listener.stop.abort()
      await Promise.allSettled([loop, ...[...running.values()].map((listener) => listener.done)])
    },
  }
}

async function lookOnce(db: Database, running: Map<string, Running>, openHearing: OpenHearing): Promise<void> {
  const wanted = new Map<string, ListenedChannel & { print: string }>()
  for (const workspace of await listWorkspaces(db))
    for (const channel of await listListened(db, workspace.id)) wanted.set(channel.id, channel)
  for (const [id, listener] of running) {
    if (wanted.get(id)?.print === listener.print) continue
    listener.stop.abort()
    await listener.done
    running.delete(id)
  }
  for (const [id, channel] of wanted) {
    if (running.has(id)) continue
    const stop = new AbortController()
    const hearing = openHearing(channel, stop.signal)
    if (!hearing) continue
    const done = listenToChannel(hearing).catch((error: unknown) => {
      listenLog.error({ channelId: id, err: error }, 'listener stopped; it is started again when its channel changes')
    })
    running.set(id, { print: channel.print, stop, done })
  }
}

/** Channels to hear. `print` changes with whatever a listener must be started afresh for. */
function listListened(db: Database, workspaceId: string): Promise<(ListenedChannel & { print: string })[]> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const rows = await tx
      .selectFrom('channel')
      .select(['workspaceId', 'id', 'kind', 'idSpace', 'nextTryAt', 'failures', 'askedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .where('state', '!=', 'paused')
      .execute()
    return rows.map((row) => ({ ...row, print: row.askedAt.toISOString() }))
  })
}
