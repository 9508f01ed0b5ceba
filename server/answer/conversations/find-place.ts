import type { Tx } from '../../db/database.ts'

/** Where a post stands among the conversations. */
export interface Placed {
  conversationId: string
  /** Whether this post opened it. */
  opened: boolean
  messageId: string
}

/** Where a post already stands. */
export async function findPlace(
  tx: Tx,
  { workspaceId, post }: { workspaceId: string; post: { id: string } },
): Promise<Placed | undefined> {
  const message = await tx
    .selectFrom('message')
    .select(['id', 'conversationId'])
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', post.id)
    .executeTakeFirst()
  return message && { conversationId: message.conversationId, opened: false, messageId: message.id }
}
