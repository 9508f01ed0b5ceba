import type { Database } from '../../db/database.ts'
import { findDoor } from '../../db/outside-workspace.ts'
import { inWorkspace } from '../../db/workspace.ts'
import type { ChannelParts } from './channel-parts.ts'
import { hashDoorKey } from './door-key.ts'
import type { KeepingChannel } from './keeping-channel.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { unsealSettings } from './sealed-settings.ts'

/** The channel behind an address that others push to. */
export interface OpenedDoor {
  channel: KeepingChannel
  kind: string
  name: string
  settings: unknown
  paused: boolean
}

export type OpenDoor = (key: string) => Promise<OpenedDoor | undefined>

/** How long a door is remembered: pushing thousands of posts a second must not ask for it each time. */
const rememberMs = 2_000
const mostRemembered = 1_000

/** Finds doors by their key, each at most every two seconds. */
export function makeDoorOpener(db: Database, parts: ChannelParts): OpenDoor {
  const remembered = new Map<string, { until: number; door: Promise<OpenedDoor | undefined> }>()
  return (key) => {
    const hash = hashDoorKey(key)
    const known = remembered.get(hash)
    if (known && known.until > Date.now()) return known.door
    if (remembered.size >= mostRemembered) remembered.clear()
    const door = readDoor(db, parts, hash)
    remembered.set(hash, { until: Date.now() + rememberMs, door })
    door.catch(() => remembered.delete(hash))
    return door
  }
}

async function readDoor(db: Database, parts: ChannelParts, hash: string): Promise<OpenedDoor | undefined> {
  const place = await findDoor(db, hash)
  if (!place) return undefined
  const row = await inWorkspace(db, place.workspaceId, (tx) =>
    tx
      .selectFrom('channel')
      .select(['idSpace', 'settings', 'state', 'name'])
      .where('workspaceId', '=', place.workspaceId)
      .where('id', '=', place.id)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  const secrets = unsealSettings(parts.keyring, place, row.settings)
  return {
    channel: { workspaceId: place.workspaceId, id: place.id, idSpace: row.idSpace },
    kind: place.kind,
    name: row.name,
    settings: readSettings(connectorOf(parts, place.kind), secrets.settings),
    paused: row.state === 'paused',
  }
}
