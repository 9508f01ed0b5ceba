import { parentPort, workerData } from 'node:worker_threads'
import { openPacked } from '../../../server/listen/matching/topic-index.ts'
import { matchAll } from './measuring.ts'
import { readPosts } from './workload.ts'

/** Matches its own half of the posts by a shared index, once for each message. */
const { packed, postsFile, half } = workerData as { packed: SharedArrayBuffer; postsFile: string; half: 0 | 1 }
const port = parentPort!
const index = openPacked(packed)
const own = readPosts(postsFile).filter((_, number) => number % 2 === half)

port.on('message', () => {
  matchAll(index, own)
  port.postMessage(own.length)
})
