import { sql } from 'kysely'
import { z } from 'zod'
import type { LiveEvent } from '../../contract/live.ts'
import type { PlacedEvent } from '../access/may-hear.ts'
import type { Tx } from '../db/database.ts'

/** A place in the order in which events become readable: by transaction, then by id. */
export interface Place {
  txid: bigint
  id: string
}

export interface TailEvent extends PlacedEvent {
  place: Place
  live: LiveEvent
}

const firstId = '00000000-0000-0000-0000-000000000000'
const cameFrom = z.object({
  from: z.object({ departmentId: z.string().nullable(), assigneeId: z.string().nullable() }),
})

/** The place as it stands in `id:` of a stream. */
export function writePlace({ txid, id }: Place): string {
  return `${txid}.${id}`
}

/** The place a client was at; null for what is none. */
export function readPlace(text: string | null): Place | null {
  const [, txid, id] = /^(\d{1,19})\.([\da-f-]{36})$/.exec(text ?? '') ?? []
  return txid === undefined || id === undefined || !z.uuid().safeParse(id).success ? null : { txid: BigInt(txid), id }
}

export function isAfter(a: Place, b: Place): boolean {
  return a.txid === b.txid ? a.id > b.id : a.txid > b.txid
}

/** Where somebody starts who only wants what comes from now on. */
export async function placeOfNow(tx: Tx): Promise<Place> {
  const { rows } = await sql<{ txid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as txid`.execute(tx)
  return { txid: BigInt(rows[0]?.txid ?? '0'), id: firstId }
}

/**
 * The next events after a place. Only those are read before which nothing can come any more: an older transaction that
 * is still open may yet commit events of its own. `hasMore` says that there are some that have to wait for it.
 */
export async function readLiveEvents(
  tx: Tx,
  workspaceId: string,
  { after, limit }: { after: Place; limit: number },
): Promise<{ events: TailEvent[]; hasMore: boolean }> {
  const rows = await tx
    .selectFrom('event')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.workspaceId', '=', 'event.workspaceId')
        .onRef('conversation.id', '=', 'event.conversationId'),
    )
    .leftJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'event.workspaceId').onRef('topic.id', '=', 'event.subjectId'),
    )
    .select(['event.txid', 'event.id', 'event.name', 'event.at', 'event.conversationId', 'event.subjectId', 'event.by'])
    .select(['event.details', 'conversation.departmentId', 'conversation.assigneeId'])
    .select(['topic.id as topicId', 'topic.departmentId as topicDepartmentId'])
    .select(sql<boolean>`event.txid < pg_snapshot_xmin(pg_current_snapshot())`.as('isSettled'))
    .where('event.workspaceId', '=', workspaceId)
    .where(sql<boolean>`(event.txid, event.id) > (${String(after.txid)}::xid8, ${after.id}::uuid)`)
    .orderBy('event.txid')
    .orderBy('event.id')
    .limit(limit)
    .execute()
  const settled = rows.filter((row) => row.isSettled)
  return { events: settled.map((row) => placed(row)), hasMore: settled.length < rows.length || rows.length === limit }
}

type Row = {
  txid: string
  id: string
  name: string
  at: Date
  conversationId: string | null
  subjectId: string | null
  by: string | null
  details: Record<string, unknown>
  departmentId: string | null
  assigneeId: string | null
  topicId: string | null
  topicDepartmentId: string | null
}

function placed(row: Row): TailEvent {
  const { name, conversationId, subjectId, by, departmentId, assigneeId } = row
  return {
    name,
    place: { txid: BigInt(row.txid), id: row.id },
    live: { name, at: row.at.toISOString(), conversationId, subjectId, by },
    conversation: conversationId === null ? null : { departmentId, assigneeId },
    cameFrom: cameFrom.safeParse(row.details).data?.from ?? null,
    topic: row.topicId === null ? null : { departmentId: row.topicDepartmentId },
  }
}
