import type { Database } from '../../db/database.ts'
import type { ChannelState } from '../../db/listening-tables.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { record } from '../../events.ts'
import type { Batch } from '../../connectors/connector.ts'
import { keepPosts, type Kept } from './keep-posts.ts'
import type { KeepingChannel } from './keeping-channel.ts'

/** Behind by more than this is said to be catching up. */
const behindAfterSeconds = 120

/**
 * Keeps a batch and moves the channel's cursor over it in one transaction: what is acknowledged is kept, and a crash
 * before the commit hears the batch again.
 */
export function saveBatch(
  db: Database,
  channel: KeepingChannel,
  { batch, sealed }: { batch: Batch; sealed?: Buffer | undefined },
): Promise<Kept> {
  return inWorkspace(db, channel.workspaceId, async (tx) => {
    const kept = await keepPosts(tx, channel, batch.heard)
    await tx
      .updateTable('channel')
      .set({
        cursor: JSON.stringify(batch.cursor ?? null),
        behindSeconds: Math.round(batch.behindSeconds ?? 0),
        failures: 0,
        ...(kept.accepted > 0 ? { lastHeardAt: new Date() } : {}),
        ...(sealed ? { settings: sealed } : {}),
      })
      .where('workspaceId', '=', channel.workspaceId)
      .where('id', '=', channel.id)
      .execute()
    return kept
  })
}

/** What a channel's state is after a batch: it hears again. */
export function stateAfter(batch: Batch): { state: ChannelState; note: string } {
  const behind = batch.behindSeconds ?? 0
  return behind > behindAfterSeconds
    ? { state: 'catching_up', note: `behind ${Math.round(behind)}` }
    : { state: 'ok', note: '' }
}

export interface NewState {
  state: ChannelState
  /** A sentence for a person, '' when all is well. */
  note: string
  nextTryAt?: Date
  failures?: number
}

/** Writes a channel's health; only a change of state is an event. A paused or removed channel keeps its state. */
export function saveState(db: Database, channel: { workspaceId: string; id: string }, next: NewState): Promise<void> {
  return inWorkspace(db, channel.workspaceId, async (tx) => {
    const before = await tx
      .selectFrom('channel')
      .select(['state', 'stateNote'])
      .where('workspaceId', '=', channel.workspaceId)
      .where('id', '=', channel.id)
      .where('removedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!before || before.state === 'paused') return
    const changed = before.state !== next.state
    await tx
      .updateTable('channel')
      .set({
        state: next.state,
        stateNote: next.note,
        ...(changed ? { stateSince: new Date() } : {}),
        ...(next.nextTryAt ? { nextTryAt: next.nextTryAt } : {}),
        ...(next.failures === undefined ? {} : { failures: next.failures }),
      })
      .where('workspaceId', '=', channel.workspaceId)
      .where('id', '=', channel.id)
      .execute()
    if (changed)
      await record(tx, channel.workspaceId, {
        name: 'channel.state_changed',
        subjectId: channel.id,
        details: { state: next.state, note: next.note },
      })
  })
}
