import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { DeliveryState } from '../db/answering-tables.ts'
import type { Claimed, Frozen } from './delivery.ts'

/**
 * Takes up what is due, with a lease and a fencing number that only grows. `sending` is written before the first byte
 * leaves; a delivery found in `sending` with its lease over was interrupted in the act, so the network is asked before
 * anything is sent. Replies of one conversation leave in the order they were written.
 */
export async function claimDeliveries(
  tx: Tx,
  workspaceId: string,
  { limit, busyChannels, leaseSeconds }: { limit: number; busyChannels: string[]; leaseSeconds: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Row>`
    with due as (
      select id, state from delivery one
      where workspace_id = ${workspaceId} and not_before <= clock_timestamp()
        and (state in ('queued', 'unknown') or (state = 'sending' and leased_until < clock_timestamp()))
        and channel_id <> all(${busyChannels}::uuid[])
        and not exists (
          select 1 from delivery earlier
          where earlier.workspace_id = ${workspaceId} and earlier.conversation_id = one.conversation_id and earlier.id < one.id
            and (earlier.state in ('queued', 'sending') or (earlier.state = 'unknown' and earlier.not_before < 'infinity')))
      order by not_before limit ${limit} for update skip locked)
    update delivery set state = 'sending', fence = fence + 1, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}),
      first_tried_at = coalesce(first_tried_at, clock_timestamp()), attempts = attempts + case when due.state = 'queued' then 1 else 0 end
    from due where delivery.workspace_id = ${workspaceId} and delivery.id = due.id
    returning delivery.id, delivery.conversation_id, delivery.channel_id, delivery.key, delivery.fence, delivery.attempts, delivery.looks,
      delivery.reason, delivery.first_tried_at, delivery.leased_until, delivery.outgoing, due.state as state_before`.execute(
    tx,
  )
  return rows.map(({ outgoing, stateBefore, ...row }) => ({
    ...row,
    frozen: outgoing,
    task: stateBefore === 'queued' ? 'send' : 'look',
  }))
}

type Row = Omit<Claimed, 'frozen' | 'task'> & { outgoing: Frozen; stateBefore: DeliveryState }
