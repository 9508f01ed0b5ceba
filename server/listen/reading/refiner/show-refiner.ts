import type { RefinerView } from '../../../../contract/refiner.ts'
import type { Tx } from '../../../db/database.ts'
import { countDay } from './count-day.ts'
import { readRefiner, readersOfRefiner } from './refiner-store.ts'

const unset: RefinerView = {
  on: false,
  address: '',
  model: '',
  hasKey: false,
  share: 0.1,
  mostPerDay: 200,
  readers: ['sentiment', 'intent', 'urgency'],
  changed: null,
  day: { answered: 0, failed: 0, waiting: 0, allowed: 0 },
  fault: null,
}

/** The refiner as its settings show it; off, and with nothing in it, where nobody set one up. */
export async function showRefiner(tx: Tx, workspaceId: string): Promise<RefinerView> {
  const row = await readRefiner(tx, workspaceId)
  if (!row) return unset
  const { answered, failed, waiting, allowed } = await countDay(tx, row)
  const changer = await tx
    .selectFrom('colleague')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.changedBy)
    .executeTakeFirst()
  const newest = await tx
    .selectFrom('refinerAsk')
    .select(['state', 'fault'])
    .where('workspaceId', '=', workspaceId)
    .where('state', 'in', ['answered', 'failed'])
    .orderBy('settledAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    on: row.isOn,
    address: row.address,
    model: row.model,
    hasKey: row.key !== null,
    share: row.share,
    mostPerDay: row.mostPerDay,
    readers: readersOfRefiner(row),
    changed: { by: { id: row.changedBy, name: changer?.name ?? '' }, at: row.changedAt.toISOString() },
    day: { answered, failed, waiting, allowed },
    fault: newest?.state === 'failed' ? newest.fault : null,
  }
}
