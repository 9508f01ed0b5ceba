import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addPair, emptyChecksum, printChecksum } from '../../../server/commands/pair-checksum.ts'
import type { TopicIndex } from '../../../server/listen/matching/topic-index.ts'
import type { Post } from './workload.ts'

/** CPU seconds of this process, all its threads, while something is done. */
export function cpuOf(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The checksum of all pairs that match. */
export function matchAll(index: TopicIndex, posts: readonly Post[]): string {
  const checksum = emptyChecksum()
  for (const post of posts)
    for (const topicKey of index.tryPost(post).matched) addPair(checksum, post.id, Number(topicKey))
  return printChecksum(checksum)
}

/** Bytes that are in use after everything unused was given back. */
export function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let times = 0; times < 4; times++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The value that so large a share of the values does not exceed. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export function shown(value: number, digits = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
