import type { Tx } from '../../db/database.ts'
import { recognisePerson } from '../../know/people/recognise-person.ts'
import { newId } from '../../lib/id.ts'
import type { StoredPost } from './heard-post.ts'

export type QuietPost = Pick<StoredPost, 'id' | 'postedAt' | 'author' | 'ours' | 'externalId' | 'url' | 'idSpace'>

/** Puts posts into a conversation so that the whole of it is seen; nobody waits for them, no turn changes. Returns how many. */
export async function takeInQuietly(
  tx: Tx,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  posts: readonly QuietPost[],
): Promise<number> {
  let taken = 0
  for (const one of posts) {
    const { idSpace, author } = one
    const identityId = one.ours ? null : (await recognisePerson(tx, { workspaceId, idSpace, author })).identityId
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('message')
      .values({
        workspaceId,
        id: newId(),
        conversationId,
        identityId,
        at: one.postedAt,
        postId: one.id,
        postedAt: one.postedAt,
        externalId: one.externalId,
        url: one.url,
        direction: one.ours ? 'out' : 'in',
      })
      .onConflict((row) => row.doNothing())
      .executeTakeFirst()
    taken += Number(numInsertedOrUpdatedRows ?? 0)
  }
  return taken
}
