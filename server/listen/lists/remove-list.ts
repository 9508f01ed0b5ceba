import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { lockList } from './list-store.ts'
import { refuseWhileUsed } from './topics-using.ts'

/** Takes a list away, unless a topic names it. */
export async function removeList(tx: Tx, who: Who, id: string): Promise<void> {
  const list = await lockList(tx, id)
  if (!list) throw notFound('list')
  await refuseWhileUsed(tx, who, { name: list.name })
  await tx.deleteFrom('list').where('id', '=', id).execute()
  await record(tx, who.workspaceId, { name: 'list.removed', subjectId: id, by: who.colleagueId, details: {} })
  await wake(tx, who.workspaceId, 'topics')
}
