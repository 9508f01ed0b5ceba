import type { Tx } from '../../db/database.ts'
import type { KeepingChannel, KnownKey } from './keeping-channel.ts'
import type { PreparedPost } from './prepare-post.ts'

export interface Changed {
  post: PreparedPost
  key: KnownKey
}

interface Version {
  title: string | null
  text: string
  replacedAt: Date
}

/**
 * Leaves out what was said before the words that are kept: sources deliver late, and twice. A version with a time older
 * than that of the kept one is, and so is one without a time that says again what an edit with a time replaced.
 */
export async function leaveOutOlder(tx: Tx, channel: KeepingChannel, changed: Changed[]): Promise<Changed[]> {
  const newer: Changed[] = []
  for (const one of changed) if (!(await isOlder(tx, channel, one))) newer.push(one)
  return newer
}

async function isOlder(tx: Tx, { workspaceId }: KeepingChannel, { post, key }: Changed): Promise<boolean> {
  if (key.postId === null || key.postedAt === null) return false
  const kept = await tx
    .selectFrom('post')
    .select('editedAt')
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '=', key.postedAt)
    .where('id', '=', key.postId)
    .executeTakeFirst()
  if (!kept?.editedAt) return false
  if (post.editedAt) return post.editedAt < kept.editedAt
  const versions = await tx
    .selectFrom('postVersion')
    .select(['title', 'text', 'replacedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', key.postId)
    .execute()
  return saysAgain(post, { editedAt: kept.editedAt, versions })
}

/** Where a source gave no time, an edit bears ours: the moment in which the version before it was replaced. */
function saysAgain(post: PreparedPost, { editedAt, versions }: { editedAt: Date; versions: Version[] }): boolean {
  if (versions.some(({ replacedAt }) => replacedAt.getTime() === editedAt.getTime())) return false
  return versions.some(({ title, text }) => text === post.text && title === (post.title ?? null))
}
