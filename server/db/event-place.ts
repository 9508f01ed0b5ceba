import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'

/** How far something has come in the events of a workspace, which stand in the order of their transactions. */
export interface EventPlace {
  txid: string
  id: string | null
}

interface Follower {
  workspaceId: string
  /** Who follows; each has a place of its own. */
  name: string
}

/** Takes the place of a follower for this transaction; none while another has it. */
export async function lockPlace(tx: Tx, { workspaceId, name }: Follower): Promise<EventPlace | undefined> {
  await tx
    .insertInto('jobCursor')
    .values({ workspaceId, name, id: null, trying: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('jobCursor')
    .select(['txid', 'id'])
    .where('workspaceId', '=', workspaceId)
    .where('name', '=', name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** Moves the place of a follower on to the last event it has dealt with. */
export async function savePlace(tx: Tx, { workspaceId, name }: Follower, last: EventPlace): Promise<void> {
  await tx
    .updateTable('jobCursor')
    .set({ txid: last.txid, id: last.id, savedAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('name', '=', name)
    .execute()
}

const nothingYet = '00000000-0000-0000-0000-000000000000'

/** The events behind a place before which nothing can come any more: an older transaction that is open may yet write some. */
export function behind(place: EventPlace): RawBuilder<boolean> {
  return sql<boolean>`(txid, id) > (${place.txid}::xid8, ${place.id ?? nothingYet}::uuid) and txid < pg_snapshot_xmin(pg_current_snapshot())`
}
