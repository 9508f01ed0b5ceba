import { pathToFileURL } from 'node:url'
import { addPair, emptyChecksum, printChecksum } from '../../../server/commands/pair-checksum.ts'
import { inShared } from '../../../tests/shared-dir.ts'
import { cpuOf } from './measuring.ts'
import type { Post, Stored } from './workload.ts'

/** The defining matcher of the workload. */
interface Reference {
  matches: (q: unknown, post: unknown) => boolean
  readPost: (text: string) => unknown
}

/** About so many pairs of a post and a query are walked. */
const pairs = 2_000_000

/** Walks every query over a few posts: what it costs, and what must be found. */
export async function makeSlowWalk(posts: readonly Post[], queryCount: number) {
  const { matches, readPost } = (await import(
    pathToFileURL(inShared('bench/percolate/reference.mjs')).href
  )) as Reference
  const sample = posts.slice(0, Math.min(posts.length, Math.max(20, Math.round(pairs / queryCount))))
  let cpu = 0
  let read: { id: number; post: unknown }[] = []
  cpu += cpuOf(() => {
    read = sample.map(({ id, text }) => ({ id, post: readPost(text) }))
  })
  const checksum = emptyChecksum()
  return {
    sample,
    walk(queries: readonly Stored[]): void {
      cpu += cpuOf(() => {
        for (const { id, post } of read)
          for (const query of queries) if (matches(query.q, post)) addPair(checksum, id, query.id)
      })
    },
    checksum: () => printChecksum(checksum),
    postsPerCpuSecond: () => sample.length / cpu,
  }
}
