import type { z } from 'zod'
import type { wordQuestion, wordReply } from '../../../contract/topic-trials.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { addTo, emptyGroup, isTelling, standingWords } from '../../lib/standing-words.ts'
import { gatherPosts } from './gather-posts.ts'
import { ownWordsOf } from './own-words.ts'
import { readTrialQuery } from './trial-query.ts'
import type { Asked } from './try-query.ts'
import { wordsOfPost } from './words-of-post.ts'

type Reply = z.infer<typeof wordReply>

const mostWords = 40
const fewestMatches = 2

/** Words that stand in what a query finds more often than elsewhere, to narrow or to widen it by. Not its own words. */
export async function findStandingWords(
  tx: Tx,
  who: Who,
  { body, now, signal, channelKinds }: Asked<z.output<typeof wordQuestion>>,
): Promise<Reply> {
  const { topicId } = body
  const { diagnostics, query } = await readTrialQuery(tx, who, { ...body, channelKinds })
  if (!query) return { diagnostics, matches: 0, others: 0, words: [] }
  const [matches, others] = [emptyGroup(), emptyGroup()]
  await gatherPosts(tx, { workspaceId: who.workspaceId, query, topicId, now, signal }, (row, isMatch) =>
    addTo(isMatch ? matches : others, new Set(wordsOfPost(row).flat())),
  )
  const isOwn = ownWordsOf(query)
  const isLeftOut = (word: string) => !isTelling(word) || isOwn(word)
  // Between the matches and all posts: as heavy as all, the prior drowns what few matches say; as light as the matches, it
  // hides the words that stand nowhere else.
  const weight = Math.sqrt(matches.all * (matches.all + others.all))
  const words = standingWords(matches, others, { fewest: fewestMatches, most: mostWords, isLeftOut, weight })
  return {
    diagnostics,
    matches: matches.posts,
    others: others.posts,
    words: words.map(({ word, here, there, z }) => ({ word, matches: here, others: there, z })),
  }
}
