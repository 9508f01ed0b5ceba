import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { KeepingChannel } from './keeping-channel.ts'

export interface Arrival {
  externalId: string
  postId: string
  postedAt: Date
  threadKey: string
  change: 'new' | 'edited' | 'deleted'
}

/**
 * Tells the pipeline, in the transaction that kept them, which posts there is something to do about. Keepers of one
 * workspace take turns from here to their commit, so that places grow in the order of commits and a reader that has come
 * to a place has jumped over nothing. Call it last: what else has to be waited for comes before.
 */
export async function announceArrivals(tx: Tx, channel: KeepingChannel, arrivals: Arrival[]): Promise<void> {
  if (arrivals.length === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`arrivals ${channel.workspaceId}`}, 0))`.execute(tx)
  await sql`
    insert into post_arrival (workspace_id, id_space, post_id, posted_at, thread_key, change)
    select ${channel.workspaceId}::uuid, ${channel.idSpace}, post_id, posted_at, thread_key, change
    from unnest(${arrivals.map((one) => one.postId)}::uuid[], ${arrivals.map((one) => one.postedAt.toISOString())}::timestamptz[],
      ${arrivals.map((one) => one.threadKey)}::text[], ${arrivals.map((one) => one.change)}::text[])
      with ordinality as arrival (post_id, posted_at, thread_key, change, number)
    order by number`.execute(tx)
}
