import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { StoredPost } from './stored-post.ts'

/** What a batch of posts needs to know beforehand, read once for all of them. */
export interface Surroundings {
  /** Kind of each channel by its id. */
  kinds: ReadonlyMap<string, string>
  /** Threads, as `threadOf` names them, in which we hold a conversation. */
  heldThreads: Set<string>
}

/** The name of a post's thread among all threads of a workspace. */
export function threadOf(post: Pick<StoredPost, 'idSpace' | 'threadKey'>): string {
  return `${post.idSpace} ${post.threadKey}`
}

export async function readSurroundings(tx: Tx, workspaceId: string, posts: StoredPost[]): Promise<Surroundings> {
  const channels = await tx
    .selectFrom('channel')
    .select(['id', 'kind'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${[...new Set(posts.map((post) => post.channelId))]}::uuid[])`)
    .execute()
  const held = await tx
    .selectFrom('conversation')
    .select(['idSpace', 'threadKey'])
    .where('workspaceId', '=', workspaceId)
    .where('threadKey', '=', sql<string>`any(${[...new Set(posts.map((post) => post.threadKey))]}::text[])`)
    .execute()
  return {
    kinds: new Map(channels.map(({ id, kind }) => [id, kind])),
    heldThreads: new Set(held.map(threadOf)),
  }
}
