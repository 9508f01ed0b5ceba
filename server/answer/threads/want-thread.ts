import type { Tx } from '../../db/database.ts'
import { wake } from '../../events.ts'
import { onEvent } from '../../on-event.ts'

/** A conversation that opens is to be seen with what stands around it at its network. */
export const wantThread = onEvent('conversation.opened', async (tx, { workspaceId, conversationId, details }) => {
  if (conversationId === null) return
  const post = await tx
    .selectFrom('post')
    .select(['channelId', 'externalId'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', details.postId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!post) return
  await tx
    .insertInto('threadReading')
    .values({ workspaceId, conversationId, ...post, readAt: null })
    .onConflict((row) => row.doNothing())
    .execute()
  await wake(tx, workspaceId, 'threads')
})

/** The thread is read once more, soon. Harmless where it is being read. */
export async function wantThreadAgain(
  tx: Tx,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<void> {
  await tx
    .updateTable('threadReading')
    .set({ state: 'wanted', tries: 0, nextTryAt: new Date(), note: '' })
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('state', '!=', 'not_offered')
    .execute()
  await wake(tx, workspaceId, 'threads')
}
