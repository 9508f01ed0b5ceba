import { inboundPost } from '../../contract/inbound.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { inWorkspace } from '../db/workspace.ts'
import { firstFault } from '../lib/first-fault.ts'
import { heardFrom } from '../listen/channels/heard-from.ts'
import { keepPosts } from '../listen/channels/keep-posts.ts'
import type { KeepingChannel } from '../listen/channels/keeping-channel.ts'
import type { Heard } from '../model/post.ts'
import { lineChunks, linesOf, nameOf } from './line-chunks.ts'
import { collectBadLines, reportProgress } from './report-lines.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

/** The options as the command line has them. */
export interface ReplayOptions {
  channel: string
  rate?: string
}

const batchSize = 200

/**
 * Puts recorded posts (JSON lines as `/in` takes them) through the real pipeline of a channel, as fast as they can be
 * kept or at `rate` posts a second. What is known already is counted and left alone, so it can be run again.
 */
export async function replay(config: Config, file: string, { channel: name, rate }: ReplayOptions): Promise<void> {
  const perSecond = rate === undefined ? Infinity : Number(rate)
  if (!(perSecond > 0)) throw new UsageError(`--rate takes posts a second, more than 0, but is "${rate}".`)
  await withStore(config, async (db) => {
    const channel = await findChannel(db, name)
    const bad = collectBadLines(nameOf(file), 'posts')
    const report = reportProgress()
    const done = { accepted: 0, duplicates: 0 }
    const begun = performance.now()
    for await (const batch of batches(file, Math.min(batchSize, Math.max(1, Math.ceil(perSecond / 5))), bad)) {
      const kept = await inWorkspace(db, channel.workspaceId, (tx) => keepPosts(tx, channel, batch))
      done.accepted += kept.accepted
      done.duplicates += kept.duplicates
      const soFar = done.accepted + done.duplicates
      report(soFar)
      await waitUntil(begun + (soFar / perSecond) * 1000)
    }
    bad.report()
    console.log(JSON.stringify({ ...done, seconds: Math.round(performance.now() - begun) / 1000 }))
  })
}

async function* batches(file: string, size: number, bad: ReturnType<typeof collectBadLines>): AsyncGenerator<Heard[]> {
  let batch: Heard[] = []
  for await (const chunk of lineChunks(file))
    for (const { line, number } of linesOf(chunk)) {
      const heard = readLine(line)
      if ('problem' in heard) bad.add([{ number, problem: heard.problem }])
      else batch.push(heard)
      if (batch.length < size) continue
      yield batch
      batch = []
    }
  if (batch.length > 0) yield batch
}

function readLine(line: string): Heard | { problem: string } {
  try {
    const parsed = inboundPost.safeParse(JSON.parse(line))
    if (parsed.success) return heardFrom(parsed.data)
    return { problem: firstFault(parsed.error.issues, 'A post').sentence }
  } catch {
    return { problem: 'This line is no JSON.' }
  }
}

async function findChannel(db: Database, name: string): Promise<KeepingChannel> {
  const known: string[] = []
  for (const workspace of await listWorkspaces(db)) {
    const rows = await inWorkspace(db, workspace.id, (tx) =>
      tx
        .selectFrom('channel')
        .select(['workspaceId', 'id', 'idSpace', 'name'])
        .where('workspaceId', '=', workspace.id)
        .where('removedAt', 'is', null)
        .execute(),
    )
    const found = rows.find((row) => row.name === name || row.id === name)
    if (found) return found
    known.push(...rows.map((row) => row.name))
  }
  const there = known.length === 0 ? 'There is no channel yet; connect one first.' : `There are: ${known.join(', ')}.`
  throw new UsageError(`There is no channel called "${name}". ${there}`)
}

async function waitUntil(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}
