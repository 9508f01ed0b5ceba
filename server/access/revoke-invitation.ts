import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { notFound } from './problem.ts'
import type { Who } from './who.ts'

/** Makes an invitation's link worthless. */
export async function revokeInvitation(tx: Tx, who: Who, id: string): Promise<void> {
  const revoked = await tx
    .updateTable('invitation')
    .set({ revokedAt: sql<Date>`now()` })
    .where('workspaceId', '=', who.workspaceId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw notFound('invitation')
  await record(tx, who.workspaceId, {
    name: 'invitation.revoked',
    subjectId: id,
    by: who.colleagueId,
    details: {},
  })
}
