import { median } from '../../../server/commands/match-rates.ts'
import type { TopicIndex } from '../../../server/listen/matching/topic-index.ts'
import type { Post, Workload } from './workload.ts'

const rounds = 5
const changesARound = 1_000
const postsBetween = 5

/**
 * Changes an index while posts come by: queries are removed and set again. The longest that one change took, and the longest
 * from a change until a post has shown it, in milliseconds by the clock; medians over the rounds.
 */
export async function measureChanges(index: TopicIndex, { posts, queries }: Workload) {
  const longest: number[] = []
  const untilSeen: number[] = []
  let round = 0
  for await (const batch of queries(rounds * changesARound)) {
    const changes: number[] = []
    for (const [number, { id, query }] of batch.entries()) {
      changes.push(millisecondsOf(() => index.remove(String(id))))
      changes.push(millisecondsOf(() => index.set(String(id), query)))
      pass(index, posts, round * changesARound + number)
    }
    longest.push(Math.max(...changes))
    untilSeen.push(Math.max(...Array.from({ length: 100 }, () => seenAfter(index))))
    round++
  }
  return { longest: median(longest), seen: median(untilSeen), changes: rounds * changesARound * 2 }
}

function pass(index: TopicIndex, posts: readonly Post[], number: number): void {
  for (let at = 0; at < postsBetween; at++) index.tryPost(posts[(number * postsBetween + at) % posts.length]!)
}

const added = 'seen at once'

/** From asking for a change until a post is matched by it, and until one is no longer. */
function seenAfter(index: TopicIndex): number {
  const post = { text: 'nothing but unheardofword here' }
  const isSeen = () => index.tryPost(post).matched.includes(added)
  const appearing = millisecondsOf(() => {
    index.set(added, { kind: 'word', word: 'unheardofword' })
    if (!isSeen()) throw new Error('A query that was set is not matched.')
  })
  const going = millisecondsOf(() => {
    index.remove(added)
    if (isSeen()) throw new Error('A query that was removed is still matched.')
  })
  return Math.max(appearing, going)
}

function millisecondsOf(act: () => unknown): number {
  const began = performance.now()
  act()
  return performance.now() - began
}
