import { Worker } from 'node:worker_threads'
import type { TopicIndex } from '../listen/matching/topic-index.ts'
import type { LineChunk } from './line-chunks.ts'
import { makeMatchLane } from './match-lane.ts'
import type { MatchLane, Matched } from './match-lane.ts'
import type { BadLine } from './topic-lines.ts'

/** What a lane in another thread is asked. */
export type LaneCall =
  | { name: 'keepPosts'; chunk: LineChunk }
  | { name: 'matchPosts'; chunk: LineChunk; wantsPairs: boolean }
  | { name: 'matchKept' }

/** A lane that may be in another thread. */
export interface DistantLane {
  matchPosts: (chunk: LineChunk, wantsPairs: boolean) => Promise<Matched>
  keepPosts: (chunk: LineChunk) => Promise<BadLine[]>
  matchKept: () => Promise<Matched>
  end: () => Promise<void>
}

/** One lane in this thread, or as many others as are wanted, which share one packed index. */
export function openLanes(threads: number, index: TopicIndex): DistantLane[] {
  if (threads === 1) return [nearLane(makeMatchLane(index))]
  const packed = index.pack()
  return Array.from({ length: threads }, () => openWorker(packed))
}

function nearLane(lane: MatchLane): DistantLane {
  return {
    matchPosts: lane.matchPosts,
    keepPosts: (chunk) => Promise.resolve(lane.keepPosts(chunk)),
    matchKept: lane.matchKept,
    end: () => Promise.resolve(),
  }
}

function openWorker(packed: SharedArrayBuffer): DistantLane {
  const worker = new Worker(new URL('match-worker.ts', import.meta.url), { workerData: packed })
  const waiting: { resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (answer) => waiting.shift()?.resolve(answer))
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  // The worker answers every call in order and as its lane does.
  const ask = <Answer>(call: LaneCall) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ resolve: resolve as (answer: unknown) => void, reject })
      worker.postMessage(call, [])
    })
  return {
    matchPosts: (chunk, wantsPairs) => ask({ name: 'matchPosts', chunk, wantsPairs }),
    keepPosts: (chunk) => ask({ name: 'keepPosts', chunk }),
    matchKept: () => ask({ name: 'matchKept' }),
    end: async () => {
      await worker.terminate()
    },
  }
}
