import { sql } from 'kysely'
import type { RuleView } from '../../../contract/rules.ts'
import { notFound, refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'
import { worksIn } from '../conversations/assign-conversation.ts'

/** The conditions and the aim of a rule, as they are kept. */
export interface RuleTerms {
  topicId: string | null
  channelId: string | null
  sentiment: string | null
  words: string | null
  departmentId: string
  assigneeId: string | null
}

/** Refuses terms that name what is not here, or that would fit every conversation. */
export async function checkTerms(tx: Tx, workspaceId: string, terms: RuleTerms): Promise<void> {
  const { topicId, channelId, sentiment, words, departmentId, assigneeId } = terms
  if (!topicId && !channelId && !sentiment && !words)
    throw refused('topic', 'Say when the rule fits: a topic, a channel, a mood or words.', 'no_condition')
  if (topicId && !(await isHere(tx, workspaceId, { table: 'topic', id: topicId })))
    throw refused('topic', 'There is no such topic here.')
  if (channelId && !(await isHere(tx, workspaceId, { table: 'channel', id: channelId })))
    throw refused('channel', 'There is no such channel here.')
  if (!(await isHere(tx, workspaceId, { table: 'department', id: departmentId })))
    throw refused('department', 'There is no such department here.')
  if (assigneeId && !(await worksIn(tx, { workspaceId }, { colleagueId: assigneeId, departmentId })))
    throw refused('assigneeId', 'This colleague does not work in the department of the rule. Choose somebody who does.')
}

async function isHere(
  tx: Tx,
  workspaceId: string,
  { table, id }: { table: 'topic' | 'channel' | 'department'; id: string },
): Promise<boolean> {
  if (!isId(id)) return false
  const still = table === 'department' ? sql<boolean>`true` : sql<boolean>`removed_at is null`
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where(still)
    .executeTakeFirst()
  return row !== undefined
}

/** Holds the order of all rules until the transaction ends: only one rule is put in its place at a time. */
export function holdOrder(tx: Tx, workspaceId: string): Promise<{ id: string; position: number }[]> {
  return tx
    .selectFrom('rule')
    .select(['id', 'position'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Numbers the rules from 1 in the given order. */
export async function saveOrder(
  tx: Tx,
  workspaceId: string,
  before: readonly { id: string; position: number }[],
  ids: readonly string[],
): Promise<void> {
  const known = new Map(before.map((rule) => [rule.id, rule.position]))
  for (const [at, id] of ids.entries()) {
    if (known.get(id) === at + 1) continue
    await tx
      .updateTable('rule')
      .set({ position: at + 1 })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  }
}

const mostPlaced = 1_000

/** Rules with their names, in order. */
export function selectRules(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('rule')
    .leftJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'rule.workspaceId').onRef('topic.id', '=', 'rule.topicId'),
    )
    .leftJoin('channel', (join) =>
      join.onRef('channel.workspaceId', '=', 'rule.workspaceId').onRef('channel.id', '=', 'rule.channelId'),
    )
    .innerJoin('department', (join) =>
      join.onRef('department.workspaceId', '=', 'rule.workspaceId').onRef('department.id', '=', 'rule.departmentId'),
    )
    .leftJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'rule.workspaceId').onRef('colleague.id', '=', 'rule.assigneeId'),
    )
    .where('rule.workspaceId', '=', workspaceId)
    .select(['rule.id', 'rule.position', 'rule.sentiment', 'rule.words', 'rule.isOn', 'rule.createdAt'])
    .select(['rule.topicId', 'topic.name as topicName', 'rule.channelId', 'channel.name as channelName'])
    .select(['rule.departmentId', 'department.name as departmentName'])
    .select(['rule.assigneeId', 'colleague.name as assigneeName'])
    .select(
      sql<number>`(select count(*)::int from (select 1 from routing_decision placed
        where placed.workspace_id = rule.workspace_id and placed.rule_id = rule.id and placed.at > now() - interval '7 days'
        limit ${sql.lit(mostPlaced)}) placed)`.as('placed'),
    )
    .orderBy('rule.position')
    .orderBy('rule.id')
}

type RuleRow = Awaited<ReturnType<ReturnType<typeof selectRules>['execute']>>[number]

export function presentRule(row: RuleRow): RuleView {
  return {
    id: row.id,
    position: row.position,
    topic: named(row.topicId, row.topicName),
    channel: named(row.channelId, row.channelName),
    sentiment: row.sentiment,
    words: row.words,
    department: { id: row.departmentId, name: row.departmentName },
    assignee: named(row.assigneeId, row.assigneeName),
    on: row.isOn,
    placed: row.placed,
    createdAt: row.createdAt.toISOString(),
  }
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}

/** One rule as it stands. Throws `not_found`. */
export async function readRule(tx: Tx, workspaceId: string, id: string): Promise<RuleView> {
  const row = isId(id) ? await selectRules(tx, workspaceId).where('rule.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw notFound('rule')
  return presentRule(row)
}
