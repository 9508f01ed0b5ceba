import type { Tx } from '../../db/database.ts'
import type { RoutingRule } from './decide-route.ts'

/** What routing goes by in a workspace: its rules in their order, and the departments that channels and topics name. */
export interface RoutingDesk {
  rules: readonly RoutingRule[]
  channels: ReadonlyMap<string, string | null>
  topics: ReadonlyMap<string, string | null>
}

/** The desk as this transaction sees it, read once for all posts that it takes the whole way. */
export function openDesk(tx: Tx, workspaceId: string): Promise<RoutingDesk> {
  const open = desks.get(tx) ?? readDesk(tx, workspaceId)
  desks.set(tx, open)
  return open
}

const desks = new WeakMap<Tx, Promise<RoutingDesk>>()

async function readDesk(tx: Tx, workspaceId: string): Promise<RoutingDesk> {
  const rules = await tx
    .selectFrom('rule')
    .select(['id', 'topicId', 'channelId', 'sentiment', 'words', 'departmentId', 'assigneeId'])
    .where('workspaceId', '=', workspaceId)
    .where('isOn', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    rules,
    channels: await departments(tx, workspaceId, 'channel'),
    topics: await departments(tx, workspaceId, 'topic'),
  }
}

async function departments(
  tx: Tx,
  workspaceId: string,
  table: 'channel' | 'topic',
): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'departmentId'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  return new Map(rows.map((row) => [row.id, row.departmentId]))
}
