import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { wake } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import type { Heard, HeardPost } from '../../model/post.ts'
import { announceArrivals } from './announce-arrivals.ts'
import { forgetPosts } from './forget-posts.ts'
import type { KeepingChannel, KnownKey } from './keeping-channel.ts'
import { insertPosts, type NewPost } from './insert-posts.ts'
import { type Changed, leaveOutOlder } from './leave-out-older.ts'
import { fitExternalId, preparePost, type PreparedPost } from './prepare-post.ts'
import { replacePosts } from './replace-posts.ts'
import { threadKeyOf } from './thread-key.ts'

export interface Kept {
  accepted: number
  duplicates: number
  /** External ids of what was new, changed or deleted. */
  acceptedIds: Set<string>
}

/**
 * Keeps what a channel heard, in the caller's transaction: new posts once per id space, changed ones as a later
 * version, deleted ones gone with all that points to them. Each change is announced to the pipeline by an arrival.
 * A post that was deleted at its source stays gone, also when a late page brings it again.
 */
export async function keepPosts(tx: Tx, channel: KeepingChannel, heard: Heard[], now = new Date()): Promise<Kept> {
  const { posts, deleted, repeats } = lastOfEach(heard, now)
  const known = await findKeys(tx, channel, [...posts.values()])
  const fresh: NewPost[] = []
  const changed: Changed[] = []
  for (const post of posts.values()) {
    const key = known.get(post.externalId)
    if (!key) {
      const threadKey = threadKeyOf(post, known)
      fresh.push({ ...post, id: newId(), threadKey })
      known.set(post.externalId, { ...unseen, externalId: post.externalId, threadKey })
    } else if (isLaterVersion(post, key)) changed.push({ post, key })
  }
  const arrivals = [
    ...(await insertPosts(tx, channel, fresh)),
    ...(await replacePosts(tx, channel, await leaveOutOlder(tx, channel, changed))),
    ...(await forgetPosts(tx, channel, deleted)),
  ]
  await announceArrivals(tx, channel, arrivals)
  const acceptedIds = new Set(arrivals.map((arrival) => arrival.externalId))
  if (acceptedIds.size > 0) await wake(tx, channel.workspaceId, 'posts')
  return {
    accepted: acceptedIds.size,
    duplicates: repeats + posts.size + deleted.length - acceptedIds.size,
    acceptedIds,
  }
}

/** The external id that something heard is kept by; `acceptedIds` are such. */
export function keptIdOf(heard: Heard): string {
  return fitExternalId(heard.kind === 'post' ? heard.post.externalId : heard.externalId)
}

const unseen = { postId: null, postedAt: null, messageId: null, contentHash: null, deletedAt: null }

/**
 * Of one id only the last word of a batch counts, by the source's times where it gives some; what a post that is deleted
 * in the same batch said, never does.
 */
function lastOfEach(heard: Heard[], now: Date) {
  const posts = new Map<string, PreparedPost>()
  const deleted = new Set<string>()
  let repeats = 0
  for (const one of heard) {
    const externalId = keptIdOf(one)
    const before = posts.get(externalId)
    if (before) repeats += 1
    if (one.kind === 'deleted') {
      posts.delete(externalId)
      deleted.add(externalId)
    } else if (deleted.has(externalId)) repeats += 1
    else if (!before || isNotBefore(one.post, before)) posts.set(externalId, preparePost(one.post, now))
  }
  return { posts, deleted: [...deleted], repeats }
}

function isNotBefore(post: HeardPost, other: HeardPost): boolean {
  return !other.editedAt || (post.editedAt !== undefined && post.editedAt >= other.editedAt)
}

function isLaterVersion(post: PreparedPost, key: KnownKey): boolean {
  return (
    key.postId !== null &&
    key.deletedAt === null &&
    key.contentHash !== null &&
    !key.contentHash.equals(post.contentHash)
  )
}

/** The posts themselves, and those they answer, as far as we hold them. */
async function findKeys(tx: Tx, channel: KeepingChannel, posts: PreparedPost[]): Promise<Map<string, KnownKey>> {
  const ids = new Set<string>()
  for (const post of posts) {
    ids.add(post.externalId)
    if (post.inReplyTo) ids.add(post.inReplyTo)
    if (post.threadRoot) ids.add(post.threadRoot)
  }
  if (ids.size === 0) return new Map()
  const rows = await tx
    .selectFrom('postKey')
    .select(['externalId', 'postId', 'postedAt', 'messageId', 'threadKey', 'contentHash', 'deletedAt'])
    .where('workspaceId', '=', channel.workspaceId)
    .where('idSpace', '=', channel.idSpace)
    .where('externalId', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.externalId, row]))
}
