import type { Tx } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import type { HeardPost } from '../../model/post.ts'
import { insertPosts } from './insert-posts.ts'
import type { KeepingChannel } from './keeping-channel.ts'
import { preparePost } from './prepare-post.ts'

/** The most posts of one thread that are kept; a thread of thousands is read at its network. */
const mostPosts = 200

/**
 * Keeps what stands around a post as part of its thread. It is context: no topic looks at it and nothing follows from
 * it. What is held already, or was deleted, stays as it is. Returns the ids of what is new.
 */
export async function keepContext(
  tx: Tx,
  { threadKey, ...channel }: KeepingChannel & { threadKey: string },
  posts: readonly HeardPost[],
): Promise<string[]> {
  const now = new Date()
  const prepared = posts.slice(0, mostPosts).map((post) => preparePost(post, now))
  const once = [...new Map(prepared.map((post) => [post.externalId, post])).values()]
  const kept = await insertPosts(
    tx,
    channel,
    once.map((post) => ({ ...post, id: newId(), threadKey })),
  )
  return kept.map(({ postId }) => postId)
}
