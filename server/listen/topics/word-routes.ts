import { wordAnswer, wordQuery } from '../../../contract/words.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { lowerCase } from '../../lib/tokenize.ts'
import type { KeptWordCounts } from './keep-word-counts.ts'
import { wordsLike } from './word-counts.ts'

const mostMilliseconds = 1_000

/** Words of the workspace's posts, for completing what somebody types. */
export function wordRoutes(words: KeptWordCounts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/words',
      right: 'topic.change',
      summary: 'Words of the posts of the last 30 days that begin like this, the most frequent first',
      query: wordQuery,
      answer: wordAnswer,
      reach: async ({ work, who, query }) => {
        const counts = await words.of(who.workspaceId, work, mostMilliseconds)
        if (!counts) return { items: [], looked: 0 }
        return { items: wordsLike(counts, lowerCase(query.prefix), query.limit), looked: counts.looked }
      },
    }),
  ]
}
