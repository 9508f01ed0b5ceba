import type { z } from 'zod'
import type { wordQuestion, wordReply } from '../../../contract/topic-trials.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { gatherPosts } from './gather-posts.ts'
import type { Use } from './log-odds.ts'
import { standsOut } from './log-odds.ts'
import { ownWordsOf } from './own-words.ts'
import { readTrialQuery } from './trial-query.ts'
import type { Asked } from './try-query.ts'
import { wordsOfPost } from './words-of-post.ts'

type Reply = z.infer<typeof wordReply>

const mostWords = 40
const fewestMatches = 2
/** Above this a word stands out by more than chance, in 95 of 100 cases. */
const leastZ = 1.96

/** A group of posts: how many hold each word. */
interface Group {
  posts: number
  /** Words of all posts, each counted once a post. */
  all: number
  counts: Map<string, number>
}

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
  const words = compare(matches, others, ownWordsOf(query))
  return { diagnostics, matches: matches.posts, others: others.posts, words }
}

function compare(matches: Group, others: Group, isOwn: (word: string) => boolean): Reply['words'] {
  if (matches.posts === 0 || others.posts === 0) return []
  // Between the matches and all posts: as heavy as all, the prior drowns what few matches say; as light as the matches, it
  // hides the words that stand nowhere else.
  const weight = Math.sqrt(matches.all * (matches.all + others.all))
  const found: Reply['words'] = []
  for (const [word, count] of matches.counts) {
    if (count < fewestMatches || !isTelling(word) || isOwn(word)) continue
    const there: Use = { count: others.counts.get(word) ?? 0, all: others.all }
    const z = standsOut({ count, all: matches.all }, there, weight)
    if (z >= leastZ) found.push({ word, matches: count, others: there.count, z: Math.round(z * 100) / 100 })
  }
  return found.toSorted((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1)).slice(0, mostWords)
}

/** Figures and single letters tell nothing by themselves. */
function isTelling(word: string): boolean {
  return /\p{L}.|\p{Lo}|\p{Extended_Pictographic}/u.test(word)
}

function emptyGroup(): Group {
  return { posts: 0, all: 0, counts: new Map() }
}

function addTo(group: Group, words: ReadonlySet<string>): void {
  group.posts += 1
  group.all += words.size
  for (const word of words) group.counts.set(word, (group.counts.get(word) ?? 0) + 1)
}
