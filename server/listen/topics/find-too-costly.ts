import type { Query } from '../../model/query.ts'
import { explainQuery } from '../matching/explain-query.ts'
import type { Problem } from './query-problems.ts'

/** How many words and conditions one topic may have looked at for every post, on average. */
const mostWork = 10_000

/**
 * What would slow listening for everybody: a query that is looked at for most posts and is very long besides. `length` is
 * that of its text, all of which is marked, since the lists and topics it names count as well.
 */
export function findTooCostly(query: Query, length: number): Problem[] {
  const { tried, size, work } = explainQuery(query)
  if (work <= mostWork) return []
  const often = `about ${Math.max(1, Math.round(tried * 10))} in 10 posts`
  const message = `This would be looked at for ${often}, up to ${size.toLocaleString('en')} words and conditions each time: too much for one topic. Make one side of the AND short and particular, or split it into several topics.`
  return [{ severity: 'error', code: 'too-costly', start: 0, end: length, message }]
}
