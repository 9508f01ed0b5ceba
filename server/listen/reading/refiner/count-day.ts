import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { RefinerRow } from './refiner-store.ts'

/** What was asked within the last 24 hours, and how much more may be. */
export interface Day {
  answered: number
  failed: number
  waiting: number
  /** Posts that may be asked about in all, by the share of what was read and by number. */
  allowed: number
  /** How many more may be asked about because a reader is unsure, and because people chose them. */
  left: { unsure: number; chosen: number }
}

export async function countDay(
  tx: Tx,
  { workspaceId, share, mostPerDay }: Pick<RefinerRow, 'workspaceId' | 'share' | 'mostPerDay'>,
): Promise<Day> {
  const asks = await tx
    .selectFrom('refinerAsk')
    .where('workspaceId', '=', workspaceId)
    .where('at', '>', sql<Date>`now() - interval '1 day'`)
    .select(sql<number>`(count(*) filter (where state = 'answered'))::int`.as('answered'))
    .select(sql<number>`(count(*) filter (where state = 'failed'))::int`.as('failed'))
    .select(sql<number>`(count(*) filter (where state in ('waiting', 'asking')))::int`.as('waiting'))
    .select(sql<number>`(count(*) filter (where asked_by is null))::int`.as('unsure'))
    .executeTakeFirstOrThrow()
  const { read } = await tx
    .selectFrom('reading')
    .where('workspaceId', '=', workspaceId)
    .where('at', '>', sql<Date>`now() - interval '1 day'`)
    .select(sql<number>`count(*)::int`.as('read'))
    .executeTakeFirstOrThrow()
  const { answered, failed, waiting, unsure } = asks
  const allowed = Math.min(mostPerDay, Math.floor(read * share))
  const chosen = Math.max(0, mostPerDay - answered - failed - waiting)
  return {
    answered,
    failed,
    waiting,
    allowed,
    left: { unsure: Math.min(chosen, Math.max(0, allowed - unsure)), chosen },
  }
}
