import type { Who } from '../../access/who.ts'
import type { Checked, Connector } from '../../connectors/connector.ts'
import type { Tx } from '../../db/database.ts'
import type { Work } from '../../db/workspace.ts'
import { record, wake } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import type { ChannelParts } from './channel-parts.ts'
import { checkChannel } from './check-channel.ts'
import { hashDoorKey, makeDoorKey, makeSigningSecret } from './door-key.ts'
import { isMade } from './draw-fields.ts'
import { refuseTakenName, refuseUnknownDepartment, saidAsTakenName } from './name-channel.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { sealSettings } from './sealed-settings.ts'

export interface WantedChannel {
  kind: string
  name: string
  settings: unknown
  department?: string | null | undefined
}

export interface MadeChannel {
  id: string
  /** Shown this once. */
  secret: string | undefined
  notes: string[]
}

interface Ask {
  who: Who
  work: Work
  signal: AbortSignal
}

/** Connects a channel once its network has said yes. Where others push to us, its address and secret are made here. */
export async function createChannel(parts: ChannelParts, ask: Ask, wanted: WantedChannel): Promise<MadeChannel> {
  const { who, work, signal } = ask
  const connector = connectorOf(parts, wanted.kind)
  const { settings: given, secret } = withSecret(connector, wanted.settings)
  const settings = readSettings(connector, given)
  await work((tx) => refuseUnfit(tx, wanted))
  const checked = await checkChannel(parts, { connector, settings, signal })
  const made = await work((tx) => keepChannel(tx, parts, { who, wanted, connector, checked }))
  return { id: made, secret, notes: checked.notes }
}

async function refuseUnfit(tx: Tx, wanted: WantedChannel): Promise<void> {
  await refuseTakenName(tx, wanted.name)
  await refuseUnknownDepartment(tx, wanted.department ?? null)
}

/** A signing secret is ours to make, whatever was sent. */
function withSecret(connector: Connector, settings: unknown): { settings: unknown; secret: string | undefined } {
  const isPushed = connector.can.listens === 'pushed' || connector.receive !== undefined
  if (!isPushed || !isMade(connector, 'secret')) return { settings, secret: undefined }
  const secret = makeSigningSecret()
  return { settings: { ...(typeof settings === 'object' ? settings : {}), secret }, secret }
}

interface Keeping {
  who: Who
  wanted: WantedChannel
  connector: Connector
  checked: Pick<Checked, 'account' | 'url'> & { settings: unknown }
}

/** Writes a checked channel and wakes the listeners. */
export async function keepChannel(tx: Tx, parts: Pick<ChannelParts, 'keyring'>, keeping: Keeping): Promise<string> {
  const { who, wanted, connector, checked } = keeping
  await refuseUnfit(tx, wanted)
  const place = { workspaceId: who.workspaceId, id: newId() }
  const doorKey = connector.can.listens === 'pushed' || connector.receive ? makeDoorKey() : undefined
  const row = {
    ...place,
    kind: connector.name,
    name: wanted.name,
    idSpace: connector.idSpace(checked.settings, place.id),
    settings: sealSettings(parts.keyring, place, { settings: checked.settings, doorKey }),
    account: checked.account,
    accountUrl: checked.url ?? null,
    doorKeyHash: doorKey === undefined ? null : hashDoorKey(doorKey),
    departmentId: wanted.department ?? null,
  }
  try {
    await tx
      .insertInto('channel')
      .values({ ...row, cursor: null, lastHeardAt: null, removedAt: null })
      .execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, wanted.name)
  }
  const by = who.colleagueId
  await record(tx, who.workspaceId, { name: 'channel.connected', subjectId: place.id, by, details: {} })
  await wake(tx, who.workspaceId, 'channels')
  return place.id
}
