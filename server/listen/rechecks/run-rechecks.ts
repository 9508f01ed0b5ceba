import { BackOff } from '../../connectors/connector.ts'
import type { Database } from '../../db/database.ts'
import { listWorkspaces } from '../../db/outside-workspace.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { wakeUp } from '../../lib/wake-up.ts'
import { listenLog } from '../../log.ts'
import type { ChannelParts } from '../channels/channel-parts.ts'
import { keepNote } from '../channels/keep-note.ts'
import type { KeepingChannel } from '../channels/keeping-channel.ts'
import { openChannel } from '../channels/open-channel.ts'
import { lookAgain } from './look-again.ts'
import { planLooks } from './plan-looks.ts'

const everySeconds = 60

/** Looks again, by each network's schedule, whether what was heard still stands there. */
export function runRechecks(db: Database, parts: ChannelParts): { stop: () => Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const notBefore = new Map<string, number>()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      await bell.wait(everySeconds, stop.signal)
      for (const channel of await listRechecked(db, parts)) {
        if (stop.signal.aborted || (notBefore.get(channel.id) ?? 0) > Date.now()) continue
        const waitSeconds = await recheckChannel({ db, parts, signal: stop.signal }, channel)
        notBefore.set(channel.id, Date.now() + waitSeconds * 1000)
      }
    }
  })()
  return {
    async stop() {
      stop.abort()
      await loop
    },
  }
}

async function listRechecked(db: Database, parts: ChannelParts): Promise<KeepingChannel[]> {
  const kinds = Object.values(parts.connectors).flatMap(({ name, recheck }) => (recheck ? [name] : []))
  if (kinds.length === 0) return []
  try {
    const lists = (await listWorkspaces(db)).map(({ id: workspaceId }) =>
      inWorkspace(db, workspaceId, (tx) =>
        tx
          .selectFrom('channel')
          .select(['workspaceId', 'id', 'idSpace'])
          .where('workspaceId', '=', workspaceId)
          .where('kind', 'in', kinds)
          .where('removedAt', 'is', null)
          .where('state', 'not in', ['paused', 'needs_sign_in'])
          .execute(),
      ),
    )
    return (await Promise.all(lists)).flat()
  } catch (error) {
    listenLog.error({ err: error }, 'the looks at posts could not begin; they come again')
    return []
  }
}

/** One round of a channel: what is new is planned, what is due is looked at. Returns how long to leave it alone. */
export async function recheckChannel(
  { db, parts, signal }: { db: Database; parts: ChannelParts; signal: AbortSignal },
  channel: KeepingChannel,
): Promise<number> {
  const { workspaceId, id: channelId } = channel
  try {
    const { connector, tools } = await openChannel(db, parts, channel, signal)
    const { recheck } = connector
    if (!recheck) return 0
    const { mostHours } = recheck
    await inWorkspace(db, workspaceId, (tx) => planLooks(tx, { workspaceId, channelId, mostHours, now: new Date() }))
    await lookAgain({ db, channel, recheck, tools })
    return 0
  } catch (error) {
    if (error instanceof BackOff) return error.seconds
    const sentence = error instanceof Error ? error.message : String(error)
    await keepNote((work) => inWorkspace(db, workspaceId, work), {
      workspaceId,
      channelId,
      level: 'warning',
      sentence: `Could not look whether posts were deleted there: ${sentence}`,
    })
    return 10 * everySeconds
  }
}
