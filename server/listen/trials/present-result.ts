import type { CountedSoFar, TrialReply } from '../../../contract/topic-trials.ts'
import type { Tx } from '../../db/database.ts'
import type { Trial } from './begin-trial.ts'
import { indexOf, tried } from './begin-trial.ts'
import { checkExamples } from './check-examples.ts'
import type { PostPlace } from './choose-samples.ts'
import { describeLoad } from './describe-load.ts'
import type { Estimated } from './estimate-share.ts'
import { perDay } from './per-day.ts'
import { marksThatCount, measurePrecision } from './measure-precision.ts'
import { readMarkedPosts } from './read-marked-posts.ts'
import type { Mark } from './read-marks.ts'
import { marksByPost } from './read-marks.ts'
import { selectExamples } from './read-examples.ts'
import { readSamples } from './read-samples.ts'
import type { Tally } from './tally.ts'
import type { TrialTime } from './trial-time.ts'

type Result = NonNullable<TrialReply['result']>

/** What came of looking, before it is put in words. */
export interface Outcome {
  basis: Result['basis']
  time: TrialTime
  posts: number
  looked: number
  tally: Tally
  /** The share of the posts that match, where it is an estimate. */
  share?: Estimated
  /** Over how many days `tally` goes. */
  spanDays: number
  samples: readonly PostPlace[]
  soFar: CountedSoFar | null
}

/** The result of a trial as it leaves the server. */
export async function presentResult(
  tx: Tx,
  trial: Trial,
  outcome: Outcome & { marks: readonly Mark[] },
): Promise<Result> {
  const { tally, basis, posts, looked, time, spanDays, share, soFar } = outcome
  const figure = perDay(tally.matches, spanDays)
  const about = (part: number) => perDay(part * posts, spanDays)
  return {
    basis,
    posts,
    looked,
    matches: Math.round(tally.matches),
    perDay: figure,
    perDayLow: share ? Math.min(figure, about(share.low)) : figure,
    perDayHigh: share ? Math.max(figure, about(share.high)) : figure,
    days: time.days.map((day, index) => ({ day, matches: Math.round(tally.days[index]!) })),
    channels: presentChannels(trial, tally),
    departments: await describeLoad(tx, tally, { time, spanDays }),
    difference: trial.topic?.used ? { added: Math.round(tally.added), removed: Math.round(tally.removed) } : null,
    soFar,
    ...(await judgedByPeople(tx, trial, outcome)),
  }
}

/** What people said: samples with their marks, the precision that follows, and the topic's examples. */
async function judgedByPeople(
  tx: Tx,
  trial: Trial,
  { marks, samples }: { marks: readonly Mark[]; samples: readonly PostPlace[] },
) {
  const index = indexOf(trial.query, undefined)
  const counted = marks.slice(0, marksThatCount)
  const examples = trial.topic ? await selectExamples(tx, [trial.topic.id]).execute() : []
  return {
    samples: await readSamples(tx, samples, { index, key: tried, marks: marksByPost(marks) }),
    precision: await measurePrecision({ index, key: tried }, counted, await readMarkedPosts(tx, counted)),
    examples: await checkExamples(examples, index, tried),
  }
}

function presentChannels({ looking }: Trial, { channels }: Tally): Result['channels'] {
  return [...channels]
    .map(([id, matches]) => {
      const { name, kind } = looking.channels.get(id) ?? { name: '', kind: '' }
      return { id, name, kind, matches: Math.round(matches) }
    })
    .toSorted((a, b) => b.matches - a.matches)
}
