import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { findTopic } from '../topics/topic-store.ts'

/** Takes an example away. Throws `not_found`. */
export async function removeExample(
  tx: Tx,
  who: Who,
  { topicId, exampleId }: { topicId: string; exampleId: string },
): Promise<void> {
  if (!(await findTopic(tx, who, { id: topicId }))) throw notFound('topic')
  const { workspaceId, colleagueId: by } = who
  const gone = await tx
    .deleteFrom('topicExample')
    .where('workspaceId', '=', workspaceId)
    .where('topicId', '=', topicId)
    .where('id', '=', exampleId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound('example')
  await record(tx, workspaceId, { name: 'topic.example_removed', subjectId: topicId, by, details: { exampleId } })
}
