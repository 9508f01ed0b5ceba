import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Arrival } from './announce-arrivals.ts'
import type { KeepingChannel } from './keeping-channel.ts'
import type { Changed } from './leave-out-older.ts'

/** Puts later versions in the place of earlier ones, which stay readable as versions. Returns what the pipeline is to hear of. */
export async function replacePosts(tx: Tx, channel: KeepingChannel, changed: Changed[]): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  for (const { post, key } of changed) {
    const { postId, postedAt } = key
    if (postId === null || postedAt === null) continue
    await keepVersion(tx, channel, { postId, postedAt })
    await tx
      .updateTable('post')
      .set({
        text: post.text,
        title: post.title ?? null,
        mediaDescriptions: post.mediaDescriptions ?? [],
        links: post.links ?? [],
        rating: post.rating ?? null,
        editedAt: post.editedAt ?? sql<Date>`now()`,
        version: sql<number>`version + 1`,
      })
      .where('workspaceId', '=', channel.workspaceId)
      .where('postedAt', '=', postedAt)
      .where('id', '=', postId)
      .execute()
    await tx
      .updateTable('postKey')
      .set({ contentHash: post.contentHash, version: sql<number>`version + 1` })
      .where('workspaceId', '=', channel.workspaceId)
      .where('idSpace', '=', channel.idSpace)
      .where('externalId', '=', post.externalId)
      .execute()
    arrivals.push({
      externalId: post.externalId,
      postId,
      postedAt,
      threadKey: key.threadKey,
      change: 'edited',
    })
  }
  return arrivals
}

async function keepVersion(
  tx: Tx,
  channel: KeepingChannel,
  { postId, postedAt }: Pick<Arrival, 'postId' | 'postedAt'>,
): Promise<void> {
  await tx
    .insertInto('postVersion')
    .columns(['workspaceId', 'postId', 'version', 'title', 'text'])
    .expression((build) =>
      build
        .selectFrom('post')
        .select(['workspaceId', 'id', 'version', 'title', 'text'])
        .where('workspaceId', '=', channel.workspaceId)
        .where('postedAt', '=', postedAt)
        .where('id', '=', postId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
