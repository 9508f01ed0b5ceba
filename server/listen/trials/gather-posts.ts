import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { indexOf, tried } from './begin-trial.ts'
import { lookAt } from './look-at.ts'
import { lookAtSample } from './look-at-sample.ts'
import type { TrialRow } from './trial-row.ts'
import { columnsFor, isTried, readChannels } from './trial-row.ts'
import type { TrialTime } from './trial-time.ts'
import { lastThirtyDays } from './trial-time.ts'

interface Gathering {
  workspaceId: string
  query: Query
  /** What this topic found before is looked at too: a rare match is seldom in a sample. */
  topicId: string | undefined
  now: Date
  signal: AbortSignal
}

const milliseconds = 400
const mostKept = 500

/** Looks at a sample of the last 30 days, and at what a topic found, and tells of each post once whether the query finds it. */
export async function gatherPosts(
  tx: Tx,
  { workspaceId, query, topicId, now, signal }: Gathering,
  tell: (row: TrialRow, isMatch: boolean) => void,
): Promise<void> {
  const looking = { index: indexOf(query, undefined), channels: await readChannels(tx), signal }
  const [time, columns] = [lastThirtyDays(now), columnsFor([query])]
  const seen = new Set<string>()
  await lookAtSample(tx, { ...looking, workspaceId, time, columns, milliseconds }, (row, keys) => {
    const isMatch = keys.includes(tried)
    if (isMatch) seen.add(row.id)
    tell(row, isMatch)
  })
  if (topicId === undefined) return
  const kept = await readKept(tx, { workspaceId, topicId, time, columns })
  await lookAt(looking, kept, (row, keys) => {
    if (keys.includes(tried) && !seen.has(row.id)) tell(row, true)
  })
}

/** The newest posts that a topic found. */
async function readKept(
  tx: Tx,
  {
    workspaceId,
    topicId,
    time,
    columns,
  }: { workspaceId: string; topicId: string; time: TrialTime; columns: RawBuilder<unknown> },
): Promise<TrialRow[]> {
  const { rows } = await sql<TrialRow>`
    select ${columns} from post
    where workspace_id = ${workspaceId} and posted_at >= ${time.from} and ${isTried} and (posted_at, id) in (
      select posted_at, post_id from match
      where workspace_id = ${workspaceId} and topic_id = ${topicId} and posted_at >= ${time.from}
      order by posted_at desc, post_id desc limit ${mostKept})`.execute(tx)
  return rows
}
