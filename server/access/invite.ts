import { sql } from 'kysely'
import type { z } from 'zod'
import type { invitationBody, invitationMade } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { newId } from '../lib/id.ts'
import { checkDepartments } from './check-departments.ts'
import { readInvitation } from './list-invitations.ts'
import { newSecret } from './new-secret.ts'
import { conflict } from './problem.ts'
import { mustBeAbleToGive } from './must-be-able-to-give.ts'
import type { Who } from './who.ts'

type Invited = z.output<typeof invitationBody>

/** Invites somebody for seven days. The link is in the answer and nowhere else; an earlier one to them dies. */
export async function invite(
  tx: Tx,
  who: Who,
  { origin, ...invited }: Invited & { origin: string },
): Promise<z.infer<typeof invitationMade>> {
  const { workspaceId } = who
  await mustBeAbleToGive(tx, who, invited.bundle)
  await checkDepartments(tx, workspaceId, invited)
  const email = invited.email.toLowerCase()
  await mustBeNew(tx, workspaceId, email)
  await tx
    .updateTable('invitation')
    .set({ revokedAt: sql<Date>`now()` })
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  const id = newId()
  const { secret, hash } = newSecret('join_')
  const { name, bundle, departmentIds } = invited
  const expiresAt = sql<Date>`now() + interval '7 days'`
  await tx
    .insertInto('invitation')
    .values({
      workspaceId,
      id,
      email,
      name,
      bundle,
      departmentIds,
      tokenHash: hash,
      invitedBy: who.colleagueId,
      expiresAt,
      acceptedAt: null,
      revokedAt: null,
    })
    .execute()
  await record(tx, workspaceId, { name: 'invitation.made', subjectId: id, by: who.colleagueId, details: {} })
  return { ...(await readInvitation(tx, workspaceId, id)), link: `${origin}/join?token=${secret}` }
}

async function mustBeNew(tx: Tx, workspaceId: string, email: string): Promise<void> {
  const known = await tx
    .selectFrom('colleague')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('email', '=', email)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (known) {
    throw conflict(
      'already_here',
      'There is a colleague with this e-mail address already. Change their grants.',
      'email',
    )
  }
}
