import { placeAfter } from '../../access/place-after.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { requireChannel } from './channel-store.ts'

/** A channel's log, the newest line first. */
export async function listNotes(
  tx: Tx,
  channelId: string,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  await requireChannel(tx, channelId)
  const place = placeAfter(after, 'id')?.[0]
  const rows = await tx
    .selectFrom('channelNote')
    .select(['id', 'at', 'level', 'sentence'])
    .where('channelId', '=', channelId)
    .$if(place !== undefined, (query) => query.where('id', '<', place!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}
