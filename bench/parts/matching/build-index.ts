import { makeTopicIndex } from '../../../server/listen/matching/topic-index.ts'
import { bytesInUse, cpuOf } from './measuring.ts'
import { makeSlowWalk } from './slow-walk.ts'
import type { Workload } from './workload.ts'

/** Builds an index query by query, and says what that costs; the slow walk goes along over the same queries. */
export async function buildIndex({ posts, queries }: Workload, count: number) {
  const slow = await makeSlowWalk(posts, count)
  const before = bytesInUse()
  const index = makeTopicIndex()
  let buildCpu = 0
  for await (const batch of queries(count)) {
    buildCpu += cpuOf(() => {
      for (const { id, query } of batch) index.set(String(id), query)
    })
    slow.walk(batch)
  }
  return { index, buildCpu, slow, bytesBefore: before }
}
