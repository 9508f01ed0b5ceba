import type { z } from 'zod'
import type { ColleagueView, grantsBody } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { checkDepartments } from './check-departments.ts'
import { keepAnOwner, lockOwners } from './keep-an-owner.ts'
import { readColleague } from './list-colleagues.ts'
import { mustBeAbleToGive } from './must-be-able-to-give.ts'
import { replaceGrants } from './open-workspace.ts'
import { conflict, Problem } from './problem.ts'
import type { Who } from './who.ts'

/**
 * Gives a colleague these grants in the place of all they had. Nobody gives or takes above their own, and an admin
 * does not change their own; the last owner stays one. Holds from the next request on.
 */
export async function changeGrants(
  tx: Tx,
  who: Who,
  { id, bundle, departmentIds }: z.infer<typeof grantsBody> & { id: string },
): Promise<ColleagueView> {
  await lockOwners(tx, who.workspaceId)
  const colleague = await readColleague(tx, who.workspaceId, id)
  if (colleague.leftAt !== null) throw conflict('has_left', 'This colleague has left. Invite them again.')
  if (id === who.colleagueId && !who.isOwner) {
    throw new Problem(403, 'own_grants', 'Nobody changes their own grants. Ask an owner of the workspace.')
  }
  await mustBeAbleToGive(tx, who, bundle)
  for (const held of colleague.grants) await mustBeAbleToGive(tx, who, held.bundle)
  await checkDepartments(tx, who.workspaceId, { bundle, departmentIds })
  await replaceGrants(tx, who.workspaceId, { colleagueId: id, bundle, departmentIds, givenBy: who.colleagueId })
  await keepAnOwner(tx, who.workspaceId)
  await record(tx, who.workspaceId, {
    name: 'colleague.changed',
    subjectId: id,
    by: who.colleagueId,
    details: { bundle },
  })
  return readColleague(tx, who.workspaceId, id)
}
