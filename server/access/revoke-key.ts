import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { notFound } from './problem.ts'
import type { Who } from './who.ts'

/** Makes an API key worthless from the next request on. */
export async function revokeKey(tx: Tx, who: Who, id: string): Promise<void> {
  const revoked = await tx
    .updateTable('apiKey')
    .set({ revokedAt: sql<Date>`now()` })
    .where('workspaceId', '=', who.workspaceId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw notFound('key')
  await record(tx, who.workspaceId, { name: 'key.revoked', subjectId: id, by: who.colleagueId, details: {} })
}
