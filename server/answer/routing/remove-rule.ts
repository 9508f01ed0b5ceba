import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isId } from '../../lib/id.ts'
import { holdOrder, saveOrder } from './rule-store.ts'

/** Takes a rule away; what it placed stays where it is. Throws `not_found`. */
export async function removeRule(tx: Tx, who: Who, id: string): Promise<void> {
  const { workspaceId, colleagueId } = who
  const order = await holdOrder(tx, workspaceId)
  if (!isId(id) || !order.some((rule) => rule.id === id)) throw notFound('rule')
  await tx.deleteFrom('rule').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
  const left = order.filter((rule) => rule.id !== id).map((rule) => rule.id)
  await saveOrder(tx, workspaceId, order, left)
  await record(tx, workspaceId, { name: 'rule.removed', subjectId: id, by: colleagueId, details: {} })
}
