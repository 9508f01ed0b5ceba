import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { findTopic } from '../topics/topic-store.ts'

/** Takes back what was said of a post. Throws `not_found` where nothing was. */
export async function unmarkPost(
  tx: Tx,
  who: Who,
  { topicId, postId }: { topicId: string; postId: string },
): Promise<void> {
  if (!(await findTopic(tx, who, { id: topicId }))) throw notFound('topic')
  const { workspaceId, colleagueId: by } = who
  const gone = await tx
    .deleteFrom('topicMark')
    .where('workspaceId', '=', workspaceId)
    .where('topicId', '=', topicId)
    .where('postId', '=', postId)
    .returning('postId')
    .executeTakeFirst()
  if (!gone) throw notFound('post')
  await record(tx, workspaceId, { name: 'topic.unmarked', subjectId: topicId, by, details: { postId } })
}
