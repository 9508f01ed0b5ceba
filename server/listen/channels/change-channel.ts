import { sql } from 'kysely'
import { z } from 'zod'
import type { channelChange } from '../../../contract/channels.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Connector } from '../../connectors/connector.ts'
import type { Tx } from '../../db/database.ts'
import type { ChannelState } from '../../db/listening-tables.ts'
import type { Work } from '../../db/workspace.ts'
import { record, wake } from '../../events.ts'
import type { ChannelParts } from './channel-parts.ts'
import { requireChannel } from './channel-store.ts'
import { checkChannel } from './check-channel.ts'
import { hiddenNames } from './draw-fields.ts'
import { refuseTakenName, refuseUnknownDepartment, saidAsTakenName } from './name-channel.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { sealSettings, unsealSettings } from './sealed-settings.ts'

type Change = z.infer<typeof channelChange>

interface Ask {
  who: Who
  work: Work
  signal: AbortSignal
}

const settingsRecord = z.record(z.string(), z.unknown()).catch({})

/**
 * Changes a channel: its name, department, settings, or whether it listens. Changed settings are tried at the network
 * first; secrets that are left out stay as they are. Returns the notes of that check.
 */
export async function changeChannel(
  parts: ChannelParts,
  ask: Ask,
  { id, change }: { id: string; change: Change },
): Promise<string[]> {
  const before = await ask.work((tx) => requireChannel(tx, id))
  if (change.settings === undefined) {
    await ask.work((tx) => keepChange(tx, ask.who, { id, change, set: {} }))
    return []
  }
  const place = { workspaceId: ask.who.workspaceId, id }
  const connector = connectorOf(parts, before.kind)
  const secrets = unsealSettings(parts.keyring, place, before.settings)
  const settings = mergeSettings(connector, { kept: secrets.settings, given: change.settings })
  const checked = await checkChannel(parts, { connector, settings, signal: ask.signal })
  const set = {
    settings: sealSettings(parts.keyring, place, { ...secrets, settings: checked.settings }),
    idSpace: connector.idSpace(checked.settings, id),
    account: checked.account,
    accountUrl: checked.url ?? null,
  }
  await ask.work((tx) => keepChange(tx, ask.who, { id, change, set }))
  return checked.notes
}

/** What is kept with what is given on top; a secret that was left empty is the kept one. */
export function mergeSettings(connector: Connector, { kept, given }: { kept: unknown; given: unknown }): unknown {
  const hidden = hiddenNames(connector)
  const changed = Object.entries(settingsRecord.parse(given)).filter(
    ([name, value]) => !(hidden.has(name) && (value === '' || value === null || value === undefined)),
  )
  return readSettings(connector, { ...settingsRecord.parse(kept), ...Object.fromEntries(changed) })
}

interface Keeping {
  id: string
  change: Change
  set: { settings?: Buffer; idSpace?: string; account?: string; accountUrl?: string | null }
}

/** Writes a change and wakes the listener of the channel, which starts afresh. */
export async function keepChange(tx: Tx, who: Who, { id, change, set }: Keeping): Promise<void> {
  if (change.name !== undefined) await refuseTakenName(tx, change.name, id)
  await refuseUnknownDepartment(tx, change.department ?? null)
  const before = await tx
    .selectFrom('channel')
    .select(['state', 'idSpace', 'name'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound('channel')
  try {
    const columns = { ...set, ...decideColumns(before, { change, idSpace: set.idSpace }), ...askedNow }
    await tx.updateTable('channel').set(columns).where('id', '=', id).execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, change.name ?? before.name)
  }
  await record(tx, who.workspaceId, { name: eventOf(change), subjectId: id, by: who.colleagueId, details: {} })
  await wake(tx, who.workspaceId, 'channels')
}

function eventOf({ paused }: Change) {
  if (paused === undefined) return 'channel.changed'
  return paused ? 'channel.paused' : 'channel.resumed'
}

interface Asked {
  change: Change
  idSpace: string | undefined
}

/** What a change does to the row. Another id space is another place at the network: the old cursor means nothing there. */
function decideColumns(before: { state: ChannelState; idSpace: string }, { change, idSpace }: Asked) {
  const state = stateAfter(before.state, change)
  return {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.department !== undefined && { departmentId: change.department }),
    ...(idSpace !== undefined && idSpace !== before.idSpace && { cursor: null }),
    ...(state !== before.state && { state, stateNote: '', stateSince: new Date() }),
  }
}

/** The listener starts afresh and asks at once. */
export const askedNow = { askedAt: sql<Date>`clock_timestamp()`, nextTryAt: sql<Date>`now()`, failures: 0 }

/** Settings that the network has just accepted make a channel well again, unless it is paused. */
function stateAfter(before: ChannelState, { paused, settings }: Change): ChannelState {
  if (paused === true) return 'paused'
  if (before === 'paused') return paused === false ? 'ok' : 'paused'
  return settings === undefined ? before : 'ok'
}
