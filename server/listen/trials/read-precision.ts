import type { PrecisionView } from '../../../contract/topic-trials.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { readStandings } from './read-standings.ts'
import { readTrialQuery } from './trial-query.ts'

/** How often the version in use is right, by what was said. Throws `not_found`. */
export async function readPrecision(
  tx: Tx,
  who: Who,
  { topicId, channelKinds }: { topicId: string; channelKinds: readonly string[] },
): Promise<{ precision: PrecisionView | null }> {
  const { topic } = await readTrialQuery(tx, who, { query: '', topicId, channelKinds })
  const standings = await readStandings(tx, [{ id: topicId, query: topic?.used }])
  return { precision: standings.get(topicId)?.precision ?? null }
}
