import type { ListRow, ListView } from '../../../contract/lists.ts'
import { placeAfter } from '../../access/place-after.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { foldName } from '../topics/same-name.ts'
import type { ListShown } from './list-store.ts'
import { selectLists } from './list-store.ts'
import { topicsUsingLists } from './topics-using.ts'

/** A page of the shared lists in the order of their names. */
export async function readLists(
  tx: Tx,
  who: Who,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: ListRow[]; next: string | null }> {
  const place = placeAfter(after, 'text', 'id')
  const rows = await selectLists(tx)
    .$if(place !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple(eb.fn<string>('lower', ['list.name']), 'list.id'), '>', eb.tuple(place![0], place![1])),
      ),
    )
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? packPageKey([last.name.toLowerCase(), last.id]) : null
  const using = await topicsUsingLists(tx, who)
  return { items: items.map((row) => presentList(who, row, using)), next }
}

/** One list with its entries. */
export async function readList(tx: Tx, who: Who, id: string): Promise<ListView> {
  const row = await selectLists(tx).select('list.entries').where('list.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('list')
  return { ...presentList(who, row, await topicsUsingLists(tx, who)), entries: row.entries }
}

function presentList(who: Who, row: ListShown, using: Awaited<ReturnType<typeof topicsUsingLists>>): ListRow {
  const { id, name, kind, count, version } = row
  const usedBy = (using.get(foldName(name)) ?? []).filter((topic) => topic.isShown)
  return {
    id,
    name,
    kind,
    count,
    version,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy === null ? null : { id: row.changedBy, name: row.changerName ?? '' },
    usedBy: usedBy.map((topic) => ({ id: topic.id, name: topic.name })),
    may: { change: who.rights.has('topic.change') },
  }
}
