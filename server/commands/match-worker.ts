import { parentPort, workerData } from 'node:worker_threads'
import { openPacked } from '../listen/matching/topic-index.ts'
import { makeMatchLane } from './match-lane.ts'
import type { LaneCall } from './match-threads.ts'

/** A lane in a thread of its own, over a packed index: takes calls one after the other and answers each. */
const lane = makeMatchLane(openPacked(workerData as SharedArrayBuffer))
const port = parentPort!

async function answer(call: LaneCall): Promise<unknown> {
  switch (call.name) {
    case 'matchPosts':
      return lane.matchPosts(call.chunk, call.wantsPairs)
    case 'keepPosts':
      return lane.keepPosts(call.chunk)
    case 'matchKept':
      break
  }
  return lane.matchKept()
}

let before: Promise<void> = Promise.resolve()
port.on('message', (call: LaneCall) => {
  before = before.then(async () => port.postMessage(await answer(call)))
})
