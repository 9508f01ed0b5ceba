import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Arrival } from '../channels/announce-arrivals.ts'

export interface QueuedArrival extends Omit<Arrival, 'externalId'> {
  /** Grows in the order of commits within a workspace. */
  place: string
  idSpace: string
  authorId: string
}

/** Written before work that may take the whole process down with it, so that the next start knows what it tried. */
export interface Trying {
  place: string
  times: number
}

const name = 'pipeline'
const tryingName = 'pipeline.trying'

/**
 * Whether this transaction may work through a workspace's arrivals until it ends: one worker at a time. An advisory lock,
 * because one on a row would make this transaction hold up whoever follows changes by their transaction ids.
 */
export async function takeTurn(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`pipeline ${workspaceId}`}, 0)) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}

/** What was kept after the saved place, in the order in which it was committed. */
export async function readArrivals(tx: Tx, workspaceId: string, limit: number): Promise<QueuedArrival[]> {
  const saved = await tx
    .selectFrom('jobCursor')
    .select('place')
    .where('workspaceId', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return tx
    .selectFrom('postArrival')
    .leftJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'postArrival.workspaceId')
        .onRef('post.postedAt', '=', 'postArrival.postedAt')
        .onRef('post.id', '=', 'postArrival.postId'),
    )
    .select([
      'place',
      'postArrival.postId',
      'postArrival.postedAt',
      'postArrival.threadKey',
      'postArrival.idSpace',
      'change',
    ])
    .select(sql<string>`coalesce(post.author ->> 'id', '')`.as('authorId'))
    .where('postArrival.workspaceId', '=', workspaceId)
    .where('place', '>', saved?.place ?? '0')
    .orderBy('place')
    .limit(limit)
    .execute()
}

/** Moves the saved place over finished work; what was being tried is done with. */
export async function savePlace(tx: Tx, workspaceId: string, { place }: QueuedArrival): Promise<void> {
  await tx
    .insertInto('jobCursor')
    .values({ workspaceId, name, place, id: null, trying: null })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet({ place, savedAt: new Date() }))
    .execute()
  await tx.deleteFrom('jobCursor').where('workspaceId', '=', workspaceId).where('name', '=', tryingName).execute()
}

export async function readTrying(tx: Tx, workspaceId: string): Promise<Trying | undefined> {
  const row = await tx
    .selectFrom('jobCursor')
    .select('trying')
    .where('workspaceId', '=', workspaceId)
    .where('name', '=', tryingName)
    .executeTakeFirst()
  return row?.trying ?? undefined
}

export async function saveTrying(tx: Tx, workspaceId: string, trying: Trying): Promise<void> {
  const text = JSON.stringify(trying)
  await tx
    .insertInto('jobCursor')
    .values({ workspaceId, name: tryingName, id: null, trying: text })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet({ trying: text }))
    .execute()
}

/** Age of the oldest post the pipeline has not finished, in seconds; 0 when all is done. */
export async function readLag(tx: Tx, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from clock_timestamp() - kept_at)::float8 as seconds from post_arrival
    where workspace_id = ${workspaceId}
      and place > coalesce((select place from job_cursor where workspace_id = ${workspaceId} and name = ${name}), 0)
    order by place limit 1`.execute(tx)
  return Math.max(0, rows[0]?.seconds ?? 0)
}
