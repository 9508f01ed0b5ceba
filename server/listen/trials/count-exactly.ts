import { sql } from 'kysely'
import type { CountedSoFar } from '../../../contract/topic-trials.ts'
import type { Tx } from '../../db/database.ts'
import type { Trial } from './begin-trial.ts'
import type { PostPlace } from './choose-samples.ts'
import { chooseSamples } from './choose-samples.ts'
import { countSpan } from './count-span.ts'
import type { Judged } from './judge-posts.ts'
import { foreseeDepartments, judge } from './judge-posts.ts'
import { lookAt, refuseGone } from './look-at.ts'
import type { Outcome } from './present-result.ts'
import type { Place } from './read-backwards.ts'
import { lastId, readBackwards } from './read-backwards.ts'
import type { Tally } from './tally.ts'
import { countIn, emptyTally, tallyOf } from './tally.ts'
import type { TrialTime } from './trial-time.ts'

/** How long one answer of an exact count looks at posts. */
const milliseconds = 800
const page = 10_000

interface Counting {
  time: TrialTime
  soFar: CountedSoFar | undefined
  leaveOut: ReadonlySet<string>
}

interface Count {
  posts: number
  looked: number
  place: Place | undefined
  tally: Tally
  samples: PostPlace[]
}

/** Goes on with an exact count, the newest posts first, for about a second. The server keeps nothing of it in between. */
export async function countExactly(tx: Tx, trial: Trial, { time, soFar, leaveOut }: Counting): Promise<Outcome> {
  const count = soFar ? goOn(soFar, time) : { ...nothing(time), posts: await countPosts(tx, trial.workspaceId, time) }
  const isDone = await countForAWhile(tx, trial, { time, count, leaveOut })
  const span = await countSpan(tx, trial.workspaceId, time)
  const { posts, looked, tally, samples, place } = count
  return {
    basis: isDone ? 'exact' : 'counting',
    time,
    posts: isDone ? looked : Math.max(posts, looked),
    looked,
    tally,
    spanDays: isDone || !place ? span : Math.max(1, (time.to.getTime() - place.at.getTime()) / 86_400_000),
    samples,
    soFar: isDone ? null : keepCount(count, time),
  }
}

async function countForAWhile(
  tx: Tx,
  trial: Trial,
  { time, count, leaveOut }: { time: TrialTime; count: Count; leaveOut: ReadonlySet<string> },
): Promise<boolean> {
  const { workspaceId, looking, columns } = trial
  const begun = performance.now()
  const isLate = () => performance.now() - begun > milliseconds
  do {
    const from = count.place ?? { at: time.to, id: lastId }
    const rows = await readBackwards(tx, from, { from: time.from, limit: page, columns, workspaceId })
    refuseGone(looking.signal)
    const judged: Judged[] = []
    let looked = 0
    await lookAt(looking, rows, (row, keys) => {
      const one = judge(trial, row, keys)
      if (one) judged.push(one)
      count.place = { at: row.postedAt, id: row.id }
      looked += 1
      return !isLate()
    })
    await foreseeDepartments(trial, judged)
    count.looked += looked
    for (const one of judged) countIn(count.tally, one, { time, weight: 1 })
    const found = judged.filter((one) => one.isFound)
    count.samples = chooseSamples([...count.samples, ...found], leaveOut)
    if (looked === rows.length && rows.length < page) return true
  } while (!isLate())
  return false
}

function nothing(time: TrialTime): Count {
  return { posts: 0, looked: 0, place: undefined, tally: emptyTally(time), samples: [] }
}

function goOn(soFar: CountedSoFar, time: TrialTime): Count {
  const { posts, looked, place } = soFar
  return {
    posts,
    looked,
    place: place ? { at: new Date(place.at), id: place.id } : undefined,
    tally: tallyOf(soFar, time),
    samples: soFar.samples.map(({ id, at }) => ({ id, postedAt: new Date(at) })),
  }
}

function keepCount({ posts, looked, place, tally, samples }: Count, time: TrialTime): CountedSoFar {
  return {
    until: time.to.toISOString(),
    place: place ? { at: place.at.toISOString(), id: place.id } : null,
    posts,
    looked,
    matches: tally.matches,
    days: tally.days,
    channels: [...tally.channels].map(([id, matches]) => ({ id, matches })),
    departments: [...tally.departments].map(([id, extra]) => ({ id, extra })),
    added: tally.added,
    removed: tally.removed,
    samples: samples.map(({ id, postedAt }) => ({ id, at: postedAt.toISOString() })),
  }
}

/** How many there are to look at, for the progress: by the index alone, with the few that are ours or deleted. */
async function countPosts(tx: Tx, workspaceId: string, { from, to }: TrialTime): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from post
    where workspace_id = ${workspaceId} and posted_at >= ${from} and posted_at <= ${to}`.execute(tx)
  return rows[0]?.count ?? 0
}
