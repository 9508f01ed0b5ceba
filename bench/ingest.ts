/*
 * `npm run bench ingest`: how fast posts pushed to /in/KEY are acknowledged after their commit, with 20 topics that read
 * along, beside the ceiling of the same store (COPY of the same rows, one commit a batch); then how long a post takes
 * from its acknowledgement to the screen of an open inbox at 50 posts a second. Everything on loopback, in one run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyCeiling } from './parts/copy-ceiling.ts'
import { startServer } from './parts/start-server.ts'
import { measureVisible } from './parts/measure-visible.ts'
import { pushPosts } from './parts/push-posts.ts'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    topics: { type: 'string', default: '20' },
    batch: { type: 'string', default: '100' },
    senders: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '20' },
  },
  allowPositionals: true,
})

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
const server = await startServer(folder, Number(values.topics))
try {
  const posts = Number(values.posts)
  for (const batch of [Number(values.batch), 1]) {
    const senders = batch === 1 ? 32 : Number(values.senders)
    const pushed = await pushPosts(server, { posts, batch, senders, prefix: `b${batch}` })
    console.log(
      `${posts} posts, ${batch} a request, ${senders} senders, ${values.topics} topics: ${pushed.rate.toFixed(0)} posts/s acknowledged after commit`,
    )
    const drained = await server.waitUntilDone()
    console.log(`  all matched, read and in their conversations ${drained.toFixed(1)} s later`)
  }
  const ceiling = await copyCeiling(server.connection(), posts)
  console.log(`ceiling: COPY of the same rows into one bare table, a commit per 100: ${ceiling.toFixed(0)} posts/s`)
  if (Number(values.seconds) > 0) {
    const visible = await measureVisible(server, { perSecond: 50, seconds: Number(values.seconds) })
    console.log(`50 posts/s for ${values.seconds} s, acknowledged to standing on the screen of an open inbox:`)
    console.log(
      `  median ${visible.median.toFixed(0)} ms, 95 of 100 within ${visible.p95.toFixed(0)} ms (bound 1000 ms), never seen: ${visible.unseen}`,
    )
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
