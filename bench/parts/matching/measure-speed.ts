import { median } from '../../../server/commands/match-rates.ts'
import type { TopicIndex } from '../../../server/listen/matching/topic-index.ts'
import { cpuOf, matchAll } from './measuring.ts'
import { lookUpAll, wordsOf } from './plain-words.ts'
import type { Post } from './workload.ts'

const rounds = 5
/** Until the compiler and the first lessons of the index are done. */
const warmUps = 3

/** Matches all posts, in turns with looking up their words: medians by CPU time, after warming up. */
export function measureSpeed(index: TopicIndex, posts: readonly Post[]) {
  const words = wordsOf(posts)
  const checksum = matchAll(index, posts)
  for (let times = 1; times < warmUps; times++) matchAll(index, posts)
  lookUpAll(words, posts)
  const times = Array.from({ length: rounds }, () => ({
    matching: cpuOf(() => matchAll(index, posts)),
    plain: cpuOf(() => lookUpAll(words, posts)),
  }))
  return {
    checksum,
    matching: posts.length / median(times.map((time) => time.matching)),
    plain: posts.length / median(times.map((time) => time.plain)),
    ratio: median(times.map((time) => time.plain / time.matching)),
  }
}
