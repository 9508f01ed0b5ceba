import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** At most so many a topic: each is tried whenever the topic is shown. */
export const mostExamples = 100

/** The examples of these topics, the newest first, with the posts that some of them are. One whose post is gone is left out. */
export function selectExamples(tx: Tx, topicIds: readonly string[]) {
  return tx
    .selectFrom('topicExample as example')
    .leftJoin('colleague', 'colleague.id', 'example.madeBy')
    .leftJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'example.workspaceId')
        .onRef('post.postedAt', '=', 'example.postedAt')
        .onRef('post.id', '=', 'example.postId')
        .on('post.deletedAt', 'is', null),
    )
    .leftJoin('channel', 'channel.id', 'post.channelId')
    .where('example.topicId', '=', sql<string>`any(${topicIds}::uuid[])`)
    .where((eb) => eb.or([eb('example.postId', 'is', null), eb('post.id', 'is not', null)]))
    .select(['example.id', 'example.topicId', 'example.text as ownText', 'example.postId', 'example.mustMatch'])
    .select(['example.at', 'example.madeBy', 'colleague.name as makerName', 'channel.kind as channelKind'])
    .select(['post.text', 'post.title', 'post.mediaDescriptions', 'post.author', 'post.url', 'post.links'])
    .select(['post.country', 'post.type', 'post.inReplyTo', 'post.rating', 'post.language'])
    .orderBy('example.id', 'desc')
}

export type ExampleRow = Awaited<ReturnType<ReturnType<typeof selectExamples>['execute']>>[number]
