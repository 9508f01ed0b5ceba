import type { z } from 'zod'
import type { ruleBody } from '../../../contract/rules.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { checkTerms, holdOrder } from './rule-store.ts'

/** Adds a rule after all others. Returns its id. Throws `refused` with the field at fault. */
export async function createRule(tx: Tx, who: Who, body: z.infer<typeof ruleBody>): Promise<string> {
  const { workspaceId, colleagueId } = who
  const terms = {
    topicId: body.topic ?? null,
    channelId: body.channel ?? null,
    sentiment: body.sentiment ?? null,
    words: body.words || null,
    departmentId: body.department,
    assigneeId: body.assigneeId ?? null,
  }
  await checkTerms(tx, workspaceId, terms)
  const order = await holdOrder(tx, workspaceId)
  const position = (order.at(-1)?.position ?? 0) + 1
  const id = newId()
  await tx
    .insertInto('rule')
    .values({ workspaceId, id, position, ...terms, isOn: body.on, changedBy: colleagueId })
    .execute()
  await record(tx, workspaceId, { name: 'rule.created', subjectId: id, by: colleagueId, details: {} })
  return id
}
