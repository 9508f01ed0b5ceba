import type { Database } from '../../db/database.ts'
import { inWorkspace } from '../../db/workspace.ts'
import type { Author } from '../../model/post.ts'
import type { KeepingChannel } from './keeping-channel.ts'

/** Who wrote a kept post, by its id at the source. */
export function readAuthor(db: Database, channel: KeepingChannel, externalId: string): Promise<Author | undefined> {
  return inWorkspace(db, channel.workspaceId, async (tx) => {
    const post = await tx
      .selectFrom('postKey')
      .innerJoin('post', (join) =>
        join
          .onRef('post.workspaceId', '=', 'postKey.workspaceId')
          .onRef('post.postedAt', '=', 'postKey.postedAt')
          .onRef('post.id', '=', 'postKey.postId'),
      )
      .select('post.author')
      .where('postKey.workspaceId', '=', channel.workspaceId)
      .where('postKey.idSpace', '=', channel.idSpace)
      .where('postKey.externalId', '=', externalId)
      .executeTakeFirst()
    return post?.author
  })
}
