import type { z } from 'zod'
import type { TrialReply, trialQuestion } from '../../../contract/topic-trials.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { beginTrial } from './begin-trial.ts'
import { countExactly } from './count-exactly.ts'
import type { ForeseeRoutes } from './foresight.ts'
import { presentResult } from './present-result.ts'
import { marksByPost, readMarks } from './read-marks.ts'
import { readTrialQuery } from './trial-query.ts'
import { lastThirtyDays } from './trial-time.ts'
import { tryOnSample } from './try-on-sample.ts'

/** What trying needs of the program around it. */
export interface TrialParts {
  channelKinds: readonly string[]
  foreseeRoutes: ForeseeRoutes
}

/** A question, when it is asked, and whether somebody still waits for the answer. */
export type Asked<Body> = Pick<TrialParts, 'channelKinds'> & { body: Body; now: Date; signal: AbortSignal }

const mostMarks = 1_000

/** Tries a query on the stored posts of the last 30 days: on a sample within a second, or exactly bit by bit. Keeps nothing. */
export async function tryQuery(
  tx: Tx,
  who: Who,
  { body, now, signal, channelKinds, foreseeRoutes }: Asked<z.output<typeof trialQuestion>> & TrialParts,
): Promise<TrialReply> {
  const { query: text, topicId, department, exact, soFar, unmarked } = body
  const { diagnostics, query, topic } = await readTrialQuery(tx, who, { query: text, topicId, channelKinds })
  if (!query) return { diagnostics, result: null }
  const { workspaceId } = who
  const foresight = await foreseeRoutes(tx, workspaceId)
  const trial = await beginTrial(tx, { workspaceId, query, topic, department, foresight, signal })
  const marks = topic ? await readMarks(tx, [topic.id], mostMarks) : []
  const leaveOut = new Set(unmarked ? marksByPost(marks).keys() : [])
  const outcome = exact
    ? await countExactly(tx, trial, { time: lastThirtyDays(soFar ? new Date(soFar.until) : now), soFar, leaveOut })
    : await tryOnSample(tx, trial, { time: lastThirtyDays(now), leaveOut })
  return { diagnostics, result: await presentResult(tx, trial, { ...outcome, marks }) }
}
