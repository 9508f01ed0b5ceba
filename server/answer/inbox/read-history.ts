import type { ConversationView } from '../../../contract/conversations.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'

type HistoryRow = ConversationView['history'][number]
const mostRows = 500

/** What the conversation went through, oldest first; every id of a colleague, department or rule comes with its name. */
export async function readHistory(tx: Tx, of: { workspaceId: string; conversationId: string }): Promise<HistoryRow[]> {
  const rows = await tx
    .selectFrom('event')
    .leftJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'event.workspaceId').onRef('colleague.id', '=', 'event.by'),
    )
    .where('event.workspaceId', '=', of.workspaceId)
    .where('event.conversationId', '=', of.conversationId)
    .select(['event.id', 'event.name', 'event.at', 'event.by', 'event.details', 'colleague.name as byName'])
    .orderBy('event.id', 'desc')
    .limit(mostRows)
    .execute()
  const names = await readNames(
    tx,
    of.workspaceId,
    rows.flatMap((row) => idsIn(row.details)),
  )
  return rows.reverse().map((row) => ({
    id: row.id,
    name: row.name,
    at: row.at.toISOString(),
    by: row.by === null ? null : { id: row.by, name: row.byName ?? '' },
    details: withNames(row.details, names),
  }))
}

const namedKeys = new Map([
  ['assigneeId', 'assignee'],
  ['departmentId', 'department'],
  ['colleagueId', 'colleague'],
  ['ownerId', 'owner'],
])

function idsIn(details: Record<string, unknown>): string[] {
  const own = [...namedKeys.keys()].map((key) => details[key])
  const before = isRecord(details['from']) ? idsIn(details['from']) : []
  const topics = Array.isArray(details['topicIds']) ? details['topicIds'] : []
  return [...own, ...before, ...topics].filter((id): id is string => typeof id === 'string' && isId(id))
}

function withNames(details: Record<string, unknown>, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const view = { ...details }
  for (const [key, name] of namedKeys) {
    if (key in details) view[name] = named(details[key], names)
  }
  if (isRecord(details['from'])) view['from'] = withNames(details['from'], names)
  if (Array.isArray(details['topicIds'])) view['topics'] = details['topicIds'].map((id) => named(id, names))
  return view
}

function named(id: unknown, names: ReadonlyMap<string, string>) {
  return typeof id === 'string' ? { id, name: names.get(id) ?? '' } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names of colleagues, departments and topics by id. */
export async function readNames(tx: Tx, workspaceId: string, ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('colleague')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', wanted)
    .unionAll(
      tx
        .selectFrom('department')
        .select(['id', 'name'])
        .where('workspaceId', '=', workspaceId)
        .where('id', 'in', wanted),
    )
    .unionAll(
      tx.selectFrom('topic').select(['id', 'name']).where('workspaceId', '=', workspaceId).where('id', 'in', wanted),
    )
    .unionAll(
      tx.selectFrom('channel').select(['id', 'name']).where('workspaceId', '=', workspaceId).where('id', 'in', wanted),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
