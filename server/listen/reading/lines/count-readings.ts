import { sql } from 'kysely'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { HistogramView } from '../../../../contract/readings.ts'
import type { Tx } from '../../../db/database.ts'

const steps = 20
const days = 30

/** So many readings are counted, the newest: a figure costs the same at any size. */
const mostReadings = 50_000

/** How sure the readings of one reader were over the last 30 days, by label, in 20 steps. */
export async function countReadings(
  tx: Tx,
  workspaceId: string,
  { reader, most = mostReadings }: { reader: ReaderName; most?: number },
): Promise<HistogramView> {
  const { rows } = await sql<{ label: string; step: number; count: number; looked: number }>`
    with newest as (
      select readings -> ${reader} as said from reading
      where workspace_id = ${workspaceId} and at > now() - make_interval(days => ${days})
      order by at desc limit ${most}),
    looked as (select count(*)::int as looked from newest)
    select said ->> 'label' as label, least(floor((said ->> 'confidence')::float8 * ${steps})::int, ${steps - 1}) as step,
      count(*)::int as count, looked
    from newest, looked where said is not null group by 1, 2, looked order by 1, 2`.execute(tx)
  const counts = Array.from({ length: steps }, () => 0)
  const byLabel = new Map<string, number[]>()
  let unknown = 0
  for (const { label, step, count } of rows) {
    if (label === 'unknown') {
      unknown += count
      continue
    }
    const own = byLabel.get(label) ?? Array.from({ length: steps }, () => 0)
    own[step] = count
    byLabel.set(label, own)
    counts[step] = (counts[step] ?? 0) + count
  }
  return {
    reader,
    counts,
    unknown,
    labels: [...byLabel].map(([label, own]) => ({ label, counts: own })),
    newest: rows[0]?.looked === most ? most : null,
  }
}
