import type { Tx } from '../../db/database.ts'
import type { Trial } from './begin-trial.ts'
import { chooseSamples } from './choose-samples.ts'
import { countSpan } from './count-span.ts'
import { estimateShare } from './estimate-share.ts'
import type { Judged } from './judge-posts.ts'
import { foreseeDepartments, judge } from './judge-posts.ts'
import { lookAtSample } from './look-at-sample.ts'
import type { Outcome } from './present-result.ts'
import type { SpreadRow } from './read-spread.ts'
import { countIn, emptyTally } from './tally.ts'
import type { TrialTime } from './trial-time.ts'

/** How long a first answer looks at posts. */
const milliseconds = 350

/** Tries a query on posts of every hour, as many as there is time for, and says what that means for all of them. */
export async function tryOnSample(
  tx: Tx,
  trial: Trial,
  { time, leaveOut }: { time: TrialTime; leaveOut: ReadonlySet<string> },
): Promise<Outcome> {
  const { workspaceId, looking, columns } = trial
  const judged: Judged<SpreadRow>[] = []
  const sample = await lookAtSample(tx, { ...looking, workspaceId, time, columns, milliseconds }, (row, keys) => {
    const one = judge(trial, row, keys)
    if (one) judged.push(one)
  })
  await foreseeDepartments(trial, judged)
  const tally = emptyTally(time)
  for (const one of judged) countIn(tally, one, { time, weight: sample.weights[one.row.slice] ?? 0 })
  const found = judged.filter((one) => one.isFound)
  return {
    basis: sample.isExact ? 'exact' : 'sample',
    time,
    posts: sample.posts,
    looked: sample.looked,
    tally,
    ...(!sample.isExact && { share: estimateShare(found.length, sample.looked) }),
    spanDays: await countSpan(tx, workspaceId, time),
    samples: chooseSamples(found, leaveOut),
    soFar: null,
  }
}
