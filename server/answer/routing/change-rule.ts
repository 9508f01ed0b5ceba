import type { z } from 'zod'
import type { ruleChange } from '../../../contract/rules.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isId } from '../../lib/id.ts'
import { checkTerms, holdOrder, type RuleTerms, saveOrder } from './rule-store.ts'

type Change = z.infer<typeof ruleChange>

/** Changes a rule: what is left out stays. Its place in the order is counted from 1. Throws `refused` or `not_found`. */
export async function changeRule(tx: Tx, who: Who, id: string, change: Change): Promise<void> {
  const { workspaceId, colleagueId } = who
  const order = await holdOrder(tx, workspaceId)
  const before = isId(id)
    ? await tx
        .selectFrom('rule')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!before) throw notFound('rule')
  const terms = changedTerms(before, change)
  await checkTerms(tx, workspaceId, terms)
  await tx
    .updateTable('rule')
    .set({ ...terms, isOn: change.on ?? before.isOn, changedBy: colleagueId })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  if (change.position !== undefined) {
    const others = order.filter((rule) => rule.id !== id).map((rule) => rule.id)
    await saveOrder(tx, workspaceId, order, others.toSpliced(change.position - 1, 0, id))
  }
  await record(tx, workspaceId, { name: 'rule.changed', subjectId: id, by: colleagueId, details: {} })
}

function changedTerms(before: RuleTerms, change: Change): RuleTerms {
  return {
    topicId: chosen(change.topic, before.topicId),
    channelId: chosen(change.channel, before.channelId),
    sentiment: chosen(change.sentiment, before.sentiment),
    words: chosen(change.words, before.words) || null,
    departmentId: change.department ?? before.departmentId,
    assigneeId: chosen(change.assigneeId, before.assigneeId),
  }
}

function chosen<Value>(wanted: Value | undefined, before: Value): Value {
  return wanted === undefined ? before : wanted
}
