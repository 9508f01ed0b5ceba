import type { TrialReply } from '../../../contract/topic-trials.ts'
import type { Tx } from '../../db/database.ts'
import { perDay } from './per-day.ts'
import type { Tally } from './tally.ts'
import type { TrialTime } from './trial-time.ts'

type Load = NonNullable<TrialReply['result']>['departments']

/** What more each department would have a day, beside what it has. Departments of which nothing changes are left out. */
export async function describeLoad(
  tx: Tx,
  { departments }: Pick<Tally, 'departments'>,
  { time, spanDays }: { time: TrialTime; spanDays: number },
): Promise<Load> {
  const moved = [...departments].filter(([, extra]) => Math.round(extra) !== 0)
  if (moved.length === 0) return []
  const names = await tx.selectFrom('department').select(['id', 'name']).execute()
  const opened = await tx
    .selectFrom('conversation')
    .select((eb) => ['departmentId', eb.fn.countAll<string>().as('count')])
    .where('openedAt', '>=', time.from)
    .groupBy('departmentId')
    .execute()
  return moved
    .map(([id, extra]) => ({
      department: names.find((one) => one.id === id) ?? null,
      extraPerDay: perDay(extra, spanDays),
      nowPerDay: perDay(Number(opened.find((one) => one.departmentId === id)?.count ?? 0), spanDays),
    }))
    .toSorted((a, b) => Math.abs(b.extraPerDay) - Math.abs(a.extraPerDay))
}
