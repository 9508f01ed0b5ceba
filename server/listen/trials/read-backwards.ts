import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { TrialRow } from './trial-row.ts'
import { isTried } from './trial-row.ts'

export interface Place {
  at: Date
  id: string
}

/** The next `limit` posts before a place and not before `from`, the newest first. Fewer mean that there are no more. */
export async function readBackwards(
  tx: Tx,
  place: Place,
  {
    from,
    limit,
    columns,
    workspaceId,
  }: { from: Date; limit: number; columns: RawBuilder<unknown>; workspaceId: string },
): Promise<TrialRow[]> {
  const { rows } = await sql<TrialRow>`
    select ${columns} from post
    where workspace_id = ${workspaceId} and posted_at >= ${from} and posted_at <= ${place.at}
      and (posted_at, id) < (${place.at}, ${place.id}::uuid) and ${isTried}
    order by posted_at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

/** After every id there is. */
export const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
