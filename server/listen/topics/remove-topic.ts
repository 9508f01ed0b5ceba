import { sql } from 'kysely'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { refuseWhileReferredTo } from './topic-references.ts'
import { findTopic } from './topic-store.ts'

/** Takes a topic away. What it found stays; its name is free again. Rules that ask for it are switched off. */
export async function removeTopic(tx: Tx, who: Who, id: string): Promise<void> {
  const topic = await findTopic(tx, who, { id, lock: true })
  if (!topic) throw notFound('topic')
  await refuseWhileReferredTo(tx, topic.name)
  const now = sql<Date>`clock_timestamp()`
  await tx
    .updateTable('topic')
    .set({ isOn: false, removedAt: now, changedAt: now, changedBy: who.colleagueId })
    .where('id', '=', id)
    .execute()
  await tx.updateTable('rule').set({ isOn: false }).where('topicId', '=', id).execute()
  await record(tx, who.workspaceId, { name: 'topic.removed', subjectId: id, by: who.colleagueId, details: {} })
  await wake(tx, who.workspaceId, 'topics')
}
