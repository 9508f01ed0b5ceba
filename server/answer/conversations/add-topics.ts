import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import type { HeardPost } from './heard-post.ts'

/** Notes which topics a conversation is about; says so in its history when they came later than the opening. */
export async function addTopics(
  tx: Tx,
  { workspaceId, post, matches }: HeardPost,
  conversationId: string,
): Promise<void> {
  const added = await insertTopics(tx, { workspaceId, conversationId, topicIds: matches.map((match) => match.topicId) })
  if (added.length === 0) return
  await record(tx, workspaceId, {
    name: 'conversation.topic_added',
    conversationId,
    details: { topicIds: added, postId: post.id },
  })
}

/** Returns the topics that were not there yet. */
export async function insertTopics(
  tx: Tx,
  { workspaceId, conversationId, topicIds }: { workspaceId: string; conversationId: string; topicIds: string[] },
): Promise<string[]> {
  if (topicIds.length === 0) return []
  const rows = await tx
    .insertInto('conversationTopic')
    .values([...new Set(topicIds)].map((topicId) => ({ workspaceId, conversationId, topicId })))
    .onConflict((row) => row.columns(['workspaceId', 'topicId', 'conversationId']).doNothing())
    .returning('topicId')
    .execute()
  return rows.map((row) => row.topicId)
}
