import { sql } from 'kysely'
import { BackOff, type Budget } from '../../../connectors/connector.ts'
import type { Tx } from '../../../db/database.ts'
import { periodOf } from './period-of.ts'

export interface Spending {
  workspaceId: string
  budgets: readonly Budget[]
  /** How many, negative to give back what was taken and not needed. */
  units: number
  now: Date
}

/** At this share of a budget a person is told, once a period. */
const warnedAt = 0.8

/**
 * Takes units out of budgets that hold together, all or none, whatever other processes do meanwhile. Gives the budgets
 * that have just come near their end. Throws `BackOff` until the latest of the spent ones begins anew.
 */
export async function spend(tx: Tx, { workspaceId, budgets, units, now }: Spending): Promise<Budget[]> {
  const near: Budget[] = []
  // Always in the same order: two processes that take from the same budgets must not wait for each other.
  for (const budget of budgets.toSorted((one, two) => (one.scope + one.name < two.scope + two.name ? -1 : 1))) {
    const period = periodOf(budget.window, now)
    const place = { workspaceId, scope: budget.scope, name: budget.name, period: period.name }
    const used = await take(tx, { ...place, units, most: budget.most, endsAt: period.endsAt })
    if (used === undefined) throw spent(budget, period.endsAt, now)
    if (used >= budget.most * warnedAt && (await isFirstWarning(tx, place))) near.push(budget)
  }
  return near
}

interface Taking {
  workspaceId: string
  scope: string
  name: string
  period: string
  units: number
  most: number
  endsAt: Date
}

async function take(tx: Tx, taking: Taking): Promise<number | undefined> {
  const { workspaceId, scope, name, period, units, most, endsAt } = taking
  const row = await sql<{ used: string }>`insert into meter (workspace_id, scope, name, period, used, ends_at)
    select ${workspaceId}::uuid, ${scope}, ${name}, ${period}, greatest(0, ${units}::bigint), ${endsAt}
    where ${units}::bigint <= ${most}::bigint
    on conflict (workspace_id, scope, name, period) do update
      set used = greatest(0, meter.used + ${units}::bigint)
      where ${units}::bigint <= 0 or meter.used + ${units}::bigint <= ${most}::bigint
    returning used`.execute(tx)
  return row.rows[0] === undefined ? undefined : Number(row.rows[0].used)
}

async function isFirstWarning(tx: Tx, { workspaceId, scope, name, period }: Omit<Taking, 'units' | 'most' | 'endsAt'>) {
  const { numUpdatedRows } = await tx
    .updateTable('meter')
    .set({ warned: true })
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', scope)
    .where('name', '=', name)
    .where('period', '=', period)
    .where('warned', '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function spent(budget: Budget, endsAt: Date, now: Date): BackOff {
  const seconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000))
  return new BackOff(seconds, undefined, `${budget.label} is used up: ${budget.most} ${budget.unit}.`)
}
