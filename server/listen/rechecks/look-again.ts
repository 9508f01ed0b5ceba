import { sql } from 'kysely'
import type { Recheck, Tools } from '../../connectors/connector.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inWorkspace } from '../../db/workspace.ts'
import type { Heard } from '../../model/post.ts'
import { keepPosts } from '../channels/keep-posts.ts'
import type { KeepingChannel } from '../channels/keeping-channel.ts'
import { nextLook } from './next-look.ts'

interface Looking {
  db: Database
  channel: KeepingChannel
  recheck: Recheck
  tools: Tools<unknown>
}

interface Due {
  postId: string
  postedAt: Date
  externalId: string
}

/** A look that was begun and not finished is due again after this. */
const leaseMs = 600_000

/**
 * Looks at the network whether the posts that are due still stand there. What is gone there is forgotten here; what
 * changed becomes a later version. Returns how many were looked at.
 */
export async function lookAgain({ db, channel, recheck, tools }: Looking): Promise<number> {
  const { workspaceId } = channel
  const due = await inWorkspace(db, workspaceId, (tx) => claim(tx, channel, recheck.atOnce))
  if (due.length === 0) return 0
  const { gone, changed } = await recheck.look(
    tools,
    due.map((one) => one.externalId),
  )
  const asked = new Set(due.map((one) => one.externalId))
  const heard: Heard[] = [
    ...gone
      .filter((externalId) => asked.has(externalId))
      .map((externalId) => ({ kind: 'deleted' as const, externalId })),
    ...changed.filter((post) => asked.has(post.externalId)).map((post) => ({ kind: 'post' as const, post })),
  ]
  await inWorkspace(db, workspaceId, async (tx) => {
    await settle(tx, channel, { due, gone: new Set(gone), mostHours: recheck.mostHours })
    await keepPosts(tx, channel, heard)
  })
  return due.length
}

async function claim(tx: Tx, { workspaceId, id: channelId }: KeepingChannel, limit: number): Promise<Due[]> {
  // Materialised: the planner may else run the selection once a row, and take more than the limit.
  const claimed = await sql<Due>`with due as materialized (
      select post_id from post_recheck where workspace_id = ${workspaceId} and channel_id = ${channelId} and due_at <= now()
      order by due_at limit ${limit} for update skip locked)
    update post_recheck set due_at = now() + make_interval(secs => ${leaseMs / 1000}) from due
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and post_recheck.post_id = due.post_id
    returning post_recheck.post_id, posted_at, external_id`.execute(tx)
  return claimed.rows
}

async function settle(
  tx: Tx,
  { workspaceId, id: channelId }: KeepingChannel,
  { due, gone, mostHours }: { due: Due[]; gone: ReadonlySet<string>; mostHours: number },
): Promise<void> {
  const now = new Date()
  const standing = due.filter((one) => !gone.has(one.externalId))
  const left = due.filter((one) => gone.has(one.externalId)).map((one) => one.postId)
  const times = standing.map(({ postedAt }) => nextLook({ postedAt, now, mostHours }).toISOString())
  await sql`update post_recheck set due_at = next.due_at
    from unnest(${standing.map((one) => one.postId)}::uuid[], ${times}::timestamptz[]) as next (post_id, due_at)
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and post_recheck.post_id = next.post_id`.execute(
    tx,
  )
  await sql`delete from post_recheck where workspace_id = ${workspaceId} and channel_id = ${channelId}
    and post_id = any(${left}::uuid[])`.execute(tx)
}
