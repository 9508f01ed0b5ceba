import type { MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { parseQuery } from './parse-query.ts'
import { findMatchingTopics } from '../matching/find-matches.ts'
import { makeTopicIndex } from '../matching/topic-index.ts'

const mostRemembered = 1_000
const parsed = new Map<string, Query | undefined>()

/** Which of some queries in the listening language a post answers to, by their ids. One with a mistake fits nothing. */
export async function fitQueries(
  queries: readonly { id: string; words: string }[],
  post: MatchablePost,
  language: () => Promise<string | undefined>,
): Promise<Set<string>> {
  const index = makeTopicIndex()
  for (const { id, words } of queries) {
    const query = parseOnce(words)
    if (query) index.set(id, query)
  }
  return new Set(await findMatchingTopics(index, post, language))
}

function parseOnce(words: string): Query | undefined {
  if (parsed.has(words)) return parsed.get(words)
  if (parsed.size >= mostRemembered) parsed.clear()
  const { query } = parseQuery(words)
  parsed.set(words, query)
  return query
}
