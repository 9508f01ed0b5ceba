import { z } from 'zod'
import type { ChannelView } from '../../../contract/channels.ts'
import type { Connector } from '../../connectors/connector.ts'
import type { ChannelParts } from './channel-parts.ts'
import type { ChannelRow } from './channel-store.ts'
import { hiddenNames } from './draw-fields.ts'
import { presentHealth } from './present-health.ts'
import { connectorOf } from './read-settings.ts'
import { unsealSettings } from './sealed-settings.ts'

interface Beside {
  origin: string
  postsToday: number
  mayChange: boolean
}

const document = z.record(z.string(), z.unknown()).catch({})

/** A channel as it leaves the server: its settings without passwords and tokens, its address for those who push. */
export function presentChannel(parts: ChannelParts, row: ChannelRow, beside: Beside): ChannelView {
  const connector = connectorOf(parts, row.kind)
  const { settings, doorKey } = unsealSettings(
    parts.keyring,
    { workspaceId: row.workspaceId, id: row.id },
    row.settings,
  )
  const hidden = hiddenNames(connector)
  const shown = Object.entries(document.parse(settings)).filter(([name]) => !hidden.has(name))
  return {
    id: row.id,
    kind: row.kind,
    label: connector.label,
    name: row.name,
    account: row.account,
    accountUrl: row.accountUrl,
    health: presentHealth(row),
    can: connector.can,
    department: row.departmentId === null ? null : { id: row.departmentId, name: row.departmentName ?? '' },
    settings: Object.fromEntries(shown),
    ...addresses(connector, doorKey, beside),
    createdAt: row.createdAt.toISOString(),
    postsToday: beside.postsToday,
    may: { change: beside.mayChange },
  }
}

/** A signed address is shown to those who may change the channel; a page is there for everybody. */
function addresses(connector: Connector, doorKey: string | undefined, { origin, mayChange }: Beside) {
  const none = { inboundUrl: null, hookUrl: null, pageUrl: null }
  if (doorKey === undefined) return none
  if (connector.name === 'form') return { ...none, pageUrl: `${origin}/forms/${doorKey}` }
  if (!mayChange) return none
  return connector.receive
    ? { ...none, hookUrl: `${origin}/hooks/${doorKey}` }
    : { ...none, inboundUrl: `${origin}/in/${doorKey}` }
}
