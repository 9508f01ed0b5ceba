import { median } from '../../../server/commands/match-rates.ts'
import { makeTopicIndex, openPacked } from '../../../server/listen/matching/topic-index.ts'
import { cpuOf, matchAll } from './measuring.ts'
import type { Workload } from './workload.ts'

export interface Doubling {
  queries: number
  postsPerCpuSecond: number
}

export const doublings = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 200_000]
const rounds = 3

/** Posts per CPU second as one index grows: by what it has learnt, medians, after warming up. */
export async function measureDoublings({ posts, queries }: Workload): Promise<Doubling[]> {
  const some = posts.slice(0, 20_000)
  const growing = makeTopicIndex()
  const measured: Doubling[] = []
  for (const count of doublings) {
    for await (const batch of queries(count, growing.size))
      for (const { id, query } of batch) growing.set(String(id), query)
    matchAll(growing, some)
    const index = openPacked(growing.pack())
    matchAll(index, some)
    const times = Array.from({ length: rounds }, () => cpuOf(() => matchAll(index, some)))
    measured.push({ queries: count, postsPerCpuSecond: some.length / median(times) })
  }
  return measured
}
