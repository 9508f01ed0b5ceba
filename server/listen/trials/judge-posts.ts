import type { Trial } from './begin-trial.ts'
import { tried, used } from './begin-trial.ts'
import { lookAt } from './look-at.ts'
import type { FoundPost } from './tally.ts'
import type { TrialRow } from './trial-row.ts'

/** A post that was found, with what was read of it. */
export type Judged<Row extends TrialRow = TrialRow> = FoundPost & { row: Row }

/** What the queries that found a post mean for the trial; undefined when neither did. */
export function judge<Row extends TrialRow>(
  { topic }: Trial,
  row: Row,
  keys: readonly string[],
): Judged<Row> | undefined {
  if (keys.length === 0) return undefined
  const isFound = keys.includes(tried)
  const wasFound = keys.includes(used)
  const more = Number(isFound) - Number(wasFound && topic!.isOn)
  const { id, postedAt, channelId } = row
  return { row, id, postedAt, channelId, isFound, wasFound, more, departmentId: null }
}

/** Says of every post that means more or less work, whose work that is. */
export async function foreseeDepartments(trial: Trial, judged: readonly Judged[]): Promise<void> {
  const { rules, departmentOf, departmentId, looking, topic } = trial
  const moving = new Map(judged.filter(({ more }) => more !== 0).map((one) => [one.row, one]))
  const place = (one: Judged, wordsFit: ReadonlySet<string>): void => {
    // What is taken away goes where the topic stands now.
    const ofTopic = { id: topic?.id ?? '', departmentId: one.more < 0 ? (topic?.departmentId ?? null) : departmentId }
    one.departmentId = departmentOf({ topic: ofTopic, channelId: one.channelId, wordsFit })
  }
  if (!rules) for (const one of moving.values()) place(one, none)
  else {
    await lookAt({ ...looking, index: rules }, [...moving.keys()], (row, keys) =>
      place(moving.get(row)!, new Set(keys)),
    )
  }
}

const none: ReadonlySet<string> = new Set()
