import { median } from '../../../server/commands/match-rates.ts'
import type { TopicIndex } from '../../../server/listen/matching/topic-index.ts'
import { atShare } from './measuring.ts'
import type { Post } from './workload.ts'

const rounds = 5

/** How long one post takes, in microseconds by the clock: of each share the median over the rounds. */
export function measureLatency(index: TopicIndex, posts: readonly Post[]) {
  const taken = Array.from({ length: rounds }, () => posts.map((post) => microsecondsOf(() => index.tryPost(post))))
  const at = (share: number) => median(taken.map((round) => atShare(round, share)))
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999) }
}

function microsecondsOf(act: () => unknown): number {
  const began = performance.now()
  act()
  return (performance.now() - began) * 1000
}
