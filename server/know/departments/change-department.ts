import type { z } from 'zod'
import type { departmentChange, departmentView } from '../../../contract/team.ts'
import { conflict, notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { readDepartment } from './list-departments.ts'

/** Changes a department's name or how soon it answers. Clocks that run keep the time they were started with. */
export async function changeDepartment(
  tx: Tx,
  who: Who,
  { id, ...change }: z.infer<typeof departmentChange> & { id: string },
): Promise<z.infer<typeof departmentView>> {
  const before = await readDepartment(tx, who.workspaceId, id)
  const {
    name = before.name,
    firstReplyMinutes = before.firstReplyMinutes,
    nextReplyMinutes = before.nextReplyMinutes,
  } = change
  const same = await tx
    .selectFrom('department')
    .select('id')
    .where('workspaceId', '=', who.workspaceId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (same) throw conflict('name_taken', `There is a department called ${name} already.`, 'name')
  const changed = await tx
    .updateTable('department')
    .set({ name, firstReplyMinutes, nextReplyMinutes })
    .where('workspaceId', '=', who.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw notFound('department')
  await record(tx, who.workspaceId, { name: 'department.changed', subjectId: id, by: who.colleagueId, details: {} })
  return readDepartment(tx, who.workspaceId, id)
}
