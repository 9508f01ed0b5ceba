import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { keepAnOwner, lockOwners } from './keep-an-owner.ts'
import { readColleague } from './list-colleagues.ts'
import { mustBeAbleToGive } from './must-be-able-to-give.ts'
import { notFound } from './problem.ts'
import type { Who } from './who.ts'

/**
 * Ends a colleague's time here: their session, keys and open pages are dead from the next request on, invitations
 * they gave do not hold, and what was assigned to them goes back to its department, so that nothing waits for nobody.
 */
export async function letLeave(tx: Tx, who: Who, id: string): Promise<void> {
  const { workspaceId } = who
  await lockOwners(tx, workspaceId)
  const colleague = await readColleague(tx, workspaceId, id)
  if (colleague.leftAt !== null) throw notFound('colleague')
  for (const held of colleague.grants) await mustBeAbleToGive(tx, who, held.bundle)
  const now = sql<Date>`now()`
  await tx
    .updateTable('colleague')
    .set({ leftAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await keepAnOwner(tx, workspaceId)
  await tx.deleteFrom('accessGrant').where('workspaceId', '=', workspaceId).where('colleagueId', '=', id).execute()
  await tx
    .updateTable('apiKey')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('colleagueId', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  await tx
    .updateTable('invitation')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('invitedBy', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  await handBack(tx, who, id)
  await record(tx, workspaceId, { name: 'colleague.left', subjectId: id, by: who.colleagueId, details: {} })
}

async function handBack(tx: Tx, { workspaceId, colleagueId }: Who, leaving: string): Promise<void> {
  const handed = await tx
    .updateTable('conversation')
    .set({ assigneeId: null })
    .where('workspaceId', '=', workspaceId)
    .where('assigneeId', '=', leaving)
    .where('turn', '!=', 'ended')
    .returning(['id', 'departmentId'])
    .execute()
  for (const { id, departmentId } of handed) {
    await record(tx, workspaceId, {
      name: 'conversation.assigned',
      conversationId: id,
      by: colleagueId,
      details: {
        assigneeId: null,
        departmentId,
        from: { assigneeId: leaving, departmentId },
        reason: 'Their colleague has left.',
      },
    })
  }
}
