import type { z } from 'zod'
import type { WordComparison, wordComparisonBody } from '../../../contract/word-comparisons.ts'
import { postsIn } from '../../access/post-set.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isTelling, standingWords, type StandingWord, type WordGroup } from '../../lib/standing-words.ts'
import { checkSet } from './check-set.ts'
import { gatherWords, type Gathered } from './gather-words.ts'

/** Tells of a word whether it is one that these topics listen for. Handed in, since this room knows no listening. */
export type FindOwnWords = (
  tx: Tx,
  who: Who,
  topicIds: readonly (string | undefined)[],
) => Promise<(word: string) => boolean>

const fewestPosts = 2
/** The prior counts for so many words, and for no more than half of the smaller side. */
const mostWeight = 500
const most = 40
const mostPhrases = 20

/** Which words and phrases stand in one set of posts more often than in another, and the other way round. Throws `not_found`. */
export async function compareWords(
  tx: Tx,
  who: Who,
  { here, there, findOwnWords }: z.output<typeof wordComparisonBody> & { findOwnWords: FindOwnWords },
): Promise<WordComparison> {
  await checkSet(tx, who, here)
  if (there) await checkSet(tx, who, there)
  const isOwn = await findOwnWords(tx, who, [here.topic, there?.topic])
  const seen = new Set<string>()
  const inside = await gatherWords(tx, postsIn(who, here), seen)
  const outside = await gatherWords(tx, postsIn(who, there ?? {}), seen)
  return {
    here: sideOf(inside),
    there: sideOf(outside),
    words: {
      here: wordsOf(inside.words, outside.words, isOwn),
      there: wordsOf(outside.words, inside.words, isOwn),
    },
    phrases: {
      here: phrasesOf(inside.phrases, outside.phrases, isOwn),
      there: phrasesOf(outside.phrases, inside.phrases, isOwn),
    },
  }
}

function sideOf({ words, isAll }: Gathered) {
  return { posts: words.posts, isAll }
}

function wordsOf(here: WordGroup, there: WordGroup, isOwn: (word: string) => boolean): StandingWord[] {
  const isLeftOut = (word: string) => !isTelling(word) || isOwn(word)
  return standingWords(here, there, { fewest: fewestPosts, most, isLeftOut, weight: weightFor(here, there) })
}

function phrasesOf(here: WordGroup, there: WordGroup, isOwn: (word: string) => boolean): StandingWord[] {
  const isLeftOut = (phrase: string) => phrase.split(' ').some(isOwn)
  const wish = { fewest: fewestPosts + 1, most: 3 * mostPhrases, isLeftOut, weight: weightFor(here, there) }
  const found = standingWords(here, there, wish)
  return longestOf(found).slice(0, mostPhrases)
}

function weightFor(here: WordGroup, there: WordGroup): number {
  return Math.min(mostWeight, Math.min(here.all, there.all) / 2)
}

/** A phrase that nearly always stands inside a longer one is told by the longer one. */
function longestOf(phrases: readonly StandingWord[]): StandingWord[] {
  return phrases.filter(
    ({ word, here }) =>
      !phrases.some(
        (longer) => longer.word !== word && ` ${longer.word} `.includes(` ${word} `) && longer.here >= 0.8 * here,
      ),
  )
}
