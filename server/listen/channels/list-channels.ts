import type { ChannelView } from '../../../contract/channels.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import type { ChannelParts } from './channel-parts.ts'
import { countToday, requireChannel, selectChannels } from './channel-store.ts'
import { presentChannel } from './present-channel.ts'

interface Ask {
  tx: Tx
  who: Who
  origin: string
}

/** A page of the channels in the order of their names. */
export async function listChannels(
  parts: ChannelParts,
  { tx, who, origin }: Ask,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: ChannelView[]; next: string | null }> {
  const place = placeAfter(after, 'text', 'id')
  const rows = await selectChannels(tx)
    .$if(place !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple(eb.fn<string>('lower', ['channel.name']), 'channel.id'), '>', eb.tuple(place![0], place![1])),
      ),
    )
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? packPageKey([last.name.toLowerCase(), last.id]) : null
  const today = await countToday(tx)
  const mayChange = who.rights.has('channel.change')
  const present = (row: (typeof rows)[number]) =>
    presentChannel(parts, row, { origin, mayChange, postsToday: today.get(row.id) ?? 0 })
  return { items: items.map(present), next }
}

/** One channel as it leaves the server. */
export async function readChannel(parts: ChannelParts, { tx, who, origin }: Ask, id: string): Promise<ChannelView> {
  const row = await requireChannel(tx, id)
  const postsToday = (await countToday(tx)).get(id) ?? 0
  return presentChannel(parts, row, { origin, mayChange: who.rights.has('channel.change'), postsToday })
}
