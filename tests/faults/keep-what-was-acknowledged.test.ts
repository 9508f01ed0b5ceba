import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { makePost, push } from '../../bench/parts/push-posts.ts'
import { startServer, type BenchServer } from '../../bench/parts/start-server.ts'
import { runEarshot, type RunningEarshot } from '../running-earshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'earshot-kill-'))
let running: RunningEarshot | undefined
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const posts = 10_000
const batch = 50
const kills = 30

test('kill -9 thirty times while 10,000 posts come in: nothing acknowledged is lost or doubled', async () => {
  const server = await startServer(folder, 20)
  running = server
  const port = Number(new URL(server.url).port)
  const acknowledged = new Set<string>()
  const sending = sendAll(server, acknowledged)
  for (let kill = 1; kill <= kills; kill++) {
    const enough = Math.floor((posts * kill) / (kills + 2))
    while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 90))
    await running.kill()
    running = await runEarshot(folder, { port })
  }
  await sending
  await running.waitUntilDone()

  const kept = await countKept(running)
  expect(acknowledged.size).toBe(posts)
  expect(kept.posts).toBe(posts)
  expect(kept.distinct).toBe(posts)
  expect(kept.matches).toBeGreaterThan(100)
  expect(kept.matches).toBe(kept.counted)
  expect(kept.conversations).toBe(kept.matchedThreads)
  expect(kept.messages).toBe(kept.conversations)
  expect(kept.shelved).toBe(0)
}, 300_000)

/** Sends every request until it is acknowledged, under the same id each time, as a careful sender does. */
async function sendAll(server: BenchServer, acknowledged: Set<string>): Promise<void> {
  let next = 0
  const send = async () => {
    while (next < posts) {
      const first = next
      next += batch
      const rows = Array.from({ length: batch }, (_, at) => makePost(`kill ${first + at}`, first + at))
      while (!(await isAcknowledged(server, `request ${first}`, rows)))
        await new Promise((resolve) => setTimeout(resolve, 50))
      for (const row of rows) acknowledged.add(row.id)
    }
  }
  await Promise.all([send(), send(), send()])
}

async function isAcknowledged(server: BenchServer, id: string, rows: unknown[]): Promise<boolean> {
  try {
    await push(server, id, rows)
    return true
  } catch {
    return false
  }
}

async function countKept(earshot: RunningEarshot) {
  const client = new Client(earshot.connection())
  await client.connect()
  const { rows } = await client.query(`select
    (select count(*)::int from post) as posts, (select count(distinct external_id)::int from post) as distinct,
    (select count(*)::int from match) as matches, (select coalesce(sum(matches), 0)::int from topic_day) as counted,
    (select count(*)::int from conversation) as conversations, (select count(*)::int from message) as messages,
    (select count(distinct thread_key)::int from post join match on match.post_id = post.id) as "matchedThreads",
    (select count(*)::int from shelved_post) as shelved`)
  await client.end()
  return rows[0]
}
