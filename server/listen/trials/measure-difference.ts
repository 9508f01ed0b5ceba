import type { VersionDifference } from '../../../contract/topic-trials.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { indexOf, tried, used } from './begin-trial.ts'
import { lookAtSample } from './look-at-sample.ts'
import type { SpreadRow } from './read-spread.ts'
import { columnsFor, readChannels } from './trial-row.ts'
import { lastThirtyDays } from './trial-time.ts'

/** Short, since somebody waits for their topic to be saved. */
const milliseconds = 150

/** What another query finds more and less over the last 30 days; about, where a sample had to do. */
export async function measureDifference(
  tx: Tx,
  workspaceId: string,
  { before, after }: { before: Query; after: Query },
): Promise<VersionDifference> {
  const index = indexOf(after, { used: before })
  const looking = { index, channels: await readChannels(tx), signal: neverGone }
  const changed: { slice: number; isAdded: boolean }[] = []
  const time = lastThirtyDays(new Date())
  const sampling = { ...looking, workspaceId, time, columns: columnsFor([before, after]), milliseconds }
  const sample = await lookAtSample(tx, sampling, ({ slice }: SpreadRow, keys) => {
    if (keys.includes(tried) !== keys.includes(used)) changed.push({ slice, isAdded: keys.includes(tried) })
  })
  const count = (isAdded: boolean) =>
    changed.reduce((sum, one) => sum + (one.isAdded === isAdded ? (sample.weights[one.slice] ?? 0) : 0), 0)
  return { added: Math.round(count(true)), removed: Math.round(count(false)), exact: sample.isExact }
}

const neverGone = new AbortController().signal
