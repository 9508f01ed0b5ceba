import type { TopicView } from '../../../contract/topics.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { indexOf, tried } from './begin-trial.ts'
import { checkExamples, fails } from './check-examples.ts'
import { marksThatCount, measurePrecision } from './measure-precision.ts'
import { selectExamples } from './read-examples.ts'
import { readMarkedPosts } from './read-marked-posts.ts'
import { readMarks } from './read-marks.ts'

/** How good a topic's query is, by what people said: its examples, and the marks on what it finds. */
export type Standing = Pick<TopicView, 'examples' | 'precision'>

export const noStanding: Standing = { examples: { count: 0, failing: 0, failed: [] }, precision: null }

const mostFailedShown = 3

/**
 * How the query in use of each of these topics stands, by the topic's id; a topic of which nobody said anything is left
 * out. `query` is undefined where there is none to be used.
 */
export async function readStandings(
  tx: Tx,
  topics: readonly { id: string; query: Query | undefined }[],
): Promise<Map<string, Standing>> {
  const ids = topics.map((topic) => topic.id)
  if (ids.length === 0) return new Map()
  const examples = Map.groupBy(await selectExamples(tx, ids).execute(), (one) => one.topicId)
  const allMarks = await readMarks(tx, ids, marksThatCount)
  const marks = Map.groupBy(allMarks, (one) => one.topicId)
  const posts = await readMarkedPosts(tx, allMarks)
  const standings = new Map<string, Standing>()
  for (const { id, query } of topics) {
    if (!examples.has(id) && !marks.has(id)) continue
    const index = query && indexOf(query, undefined)
    const checked = await checkExamples(examples.get(id) ?? [], index, tried)
    const failed = checked.filter(fails)
    const shown = failed
      .slice(0, mostFailedShown)
      .map((one) => ({ id: one.id, text: one.text, mustMatch: one.mustMatch }))
    const precision = index ? await measurePrecision({ index, key: tried }, marks.get(id) ?? [], posts) : null
    standings.set(id, { examples: { count: checked.length, failing: failed.length, failed: shown }, precision })
  }
  return standings
}
