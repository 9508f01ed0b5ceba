import { sql, type SelectQueryBuilder } from 'kysely'
import type { OutcomesView } from '../../../contract/outcomes.ts'
import type { Tx } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'

interface Opened {
  workspaceId: string
  id: string
  personId: string
}

/**
 * Minutes from the customer's first message to the first reply that a person of ours wrote and that left us: median and
 * 90th percentile over the conversations that have one.
 */
export async function readFirstReply<Row extends Opened>(
  tx: Tx,
  opened: SelectQueryBuilder<Tables, 'conversation', Row>,
): Promise<OutcomesView['firstReply']> {
  const { rows } = await sql<{ median: number | null; p90: number | null; count: number }>`
    with waits as (
      select extract(epoch from reply.at - asked.at) / 60 as minutes
      from (${opened}) opened
      join lateral (
        select min(message.at) as at from message
        join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
        where message.workspace_id = opened.workspace_id and message.conversation_id = opened.id
          and message.direction = 'in' and identity.person_id = opened.person_id
      ) asked on asked.at is not null
      join lateral (
        select min(message.at) as at from message
        left join delivery on delivery.workspace_id = message.workspace_id and delivery.id = message.id
        where message.workspace_id = opened.workspace_id and message.conversation_id = opened.id
          and message.direction = 'out' and message.taken_back_at is null and message.at >= asked.at
          and coalesce(delivery.state, 'sent') in ('queued', 'sending', 'sent', 'unknown')
      ) reply on reply.at is not null
    )
    select percentile_cont(0.5) within group (order by minutes)::float8 as median,
      percentile_cont(0.9) within group (order by minutes)::float8 as p90, count(*)::int as count
    from waits`.execute(tx)
  const row = rows[0]
  return { median: tenths(row?.median), p90: tenths(row?.p90), count: row?.count ?? 0 }
}

function tenths(minutes: number | null | undefined): number | null {
  return minutes === null || minutes === undefined ? null : Math.round(minutes * 10) / 10
}
