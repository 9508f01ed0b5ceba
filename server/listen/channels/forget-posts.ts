import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Arrival } from './announce-arrivals.ts'
import type { KeepingChannel } from './keeping-channel.ts'

/**
 * Deleted there, deleted here: the words, the name and all versions go, and so do matches, readings, what people
 * said of them, marks, examples and search words. What stays is the key, so that a late page cannot bring the post back. Returns what was there to forget.
 */
export async function forgetPosts(tx: Tx, channel: KeepingChannel, externalIds: string[]): Promise<Arrival[]> {
  if (externalIds.length === 0) return []
  await rememberDeletions(tx, channel, externalIds)
  const gone = await tx
    .updateTable('postKey')
    .set({ contentHash: null })
    .where('workspaceId', '=', channel.workspaceId)
    .where('idSpace', '=', channel.idSpace)
    .where('externalId', '=', sql<string>`any(${externalIds}::text[])`)
    .where('postId', 'is not', null)
    .where('contentHash', 'is not', null)
    .returning(['externalId', 'postId', 'postedAt', 'threadKey'])
    .execute()
  const forgotten = gone.flatMap(({ externalId, postId, postedAt, threadKey }): Arrival[] =>
    postId && postedAt ? [{ externalId, postId, postedAt, threadKey, change: 'deleted' }] : [],
  )
  for (const post of forgotten) await wipe(tx, channel.workspaceId, post)
  return forgotten
}

async function rememberDeletions(tx: Tx, channel: KeepingChannel, externalIds: string[]): Promise<void> {
  await tx
    .insertInto('postKey')
    .values(
      externalIds.map((externalId) => ({
        workspaceId: channel.workspaceId,
        idSpace: channel.idSpace,
        externalId,
        threadKey: externalId,
        deletedAt: new Date(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'idSpace', 'externalId']).doUpdateSet({ deletedAt: new Date() }),
    )
    .execute()
}

async function wipe(
  tx: Tx,
  workspaceId: string,
  { postId, postedAt }: Pick<Arrival, 'postId' | 'postedAt'>,
): Promise<void> {
  await tx
    .updateTable('post')
    .set({
      text: '',
      title: null,
      url: null,
      links: [],
      mediaDescriptions: [],
      deletedAt: new Date(),
      author: sql<string>`jsonb_build_object('id', '', 'handle', '')`,
    })
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '=', postedAt)
    .where('id', '=', postId)
    .execute()
  for (const table of [
    'postVersion',
    'match',
    'reading',
    'correction',
    'correctionCopy',
    'refinerAsk',
    'refinerProposal',
    'shelvedPost',
    'topicMark',
    'topicExample',
  ] as const)
    await tx.deleteFrom(table).where('workspaceId', '=', workspaceId).where('postId', '=', postId).execute()
  await tx
    .deleteFrom('messageSearch')
    .where('workspaceId', '=', workspaceId)
    .where('messageId', 'in', (build) =>
      build.selectFrom('message').select('id').where('workspaceId', '=', workspaceId).where('postId', '=', postId),
    )
    .execute()
}
