import type { z } from 'zod'
import type { channelMeterPage } from '../../../../contract/channels.ts'
import type { Tx } from '../../../db/database.ts'
import type { ChannelParts } from '../channel-parts.ts'
import { requireChannel } from '../channel-store.ts'
import { connectorOf, readSettings } from '../read-settings.ts'
import { unsealSettings } from '../sealed-settings.ts'
import { periodOf } from './period-of.ts'

/** How much of each of its budgets a channel, and whoever shares them, has used in the running period. */
export async function listMeters(
  tx: Tx,
  parts: ChannelParts,
  channelId: string,
): Promise<z.infer<typeof channelMeterPage>> {
  const row = await requireChannel(tx, channelId)
  const connector = connectorOf(parts, row.kind)
  const { settings } = unsealSettings(parts.keyring, { workspaceId: row.workspaceId, id: row.id }, row.settings)
  const now = new Date()
  const items = (connector.budgets?.(readSettings(connector, settings)) ?? []).map(async (budget) => {
    const period = periodOf(budget.window, now)
    const meter = await tx
      .selectFrom('meter')
      .select('used')
      .where('scope', '=', budget.scope)
      .where('name', '=', budget.name)
      .where('period', '=', period.name)
      .executeTakeFirst()
    const { label, unit, most, price } = budget
    return {
      label,
      unit,
      most,
      used: Number(meter?.used ?? 0),
      endsAt: period.endsAt.toISOString(),
      price: price ?? null,
    }
  })
  return { items: await Promise.all(items), next: null }
}
