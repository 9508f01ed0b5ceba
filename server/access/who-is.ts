import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { rightsOf, type Grant } from './rights.ts'
import type { Who } from './who.ts'

/** The grants that hold at this moment. */
export function currentGrants(tx: Tx, workspaceId: string, colleagueId: string): Promise<Grant[]> {
  return tx
    .selectFrom('accessGrant')
    .select(['bundle', 'departmentId'])
    .where('workspaceId', '=', workspaceId)
    .where('colleagueId', '=', colleagueId)
    .where('startsAt', '<=', sql<Date>`now()`)
    .where((eb) => eb.or([eb('endsAt', 'is', null), eb('endsAt', '>', sql<Date>`now()`)]))
    .execute()
}

/** Who this colleague is right now, or null when they have left. Nothing of it is ever kept between requests. */
export async function whoIs(
  tx: Tx,
  { workspaceId, colleagueId, via }: Pick<Who, 'workspaceId' | 'colleagueId' | 'via'>,
): Promise<Who | null> {
  const colleague = await tx
    .selectFrom('colleague')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', colleagueId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!colleague) return null
  const grants = await currentGrants(tx, workspaceId, colleagueId)
  return describe({ workspaceId, colleagueId, name: colleague.name, via }, grants)
}

function describe(base: Pick<Who, 'workspaceId' | 'colleagueId' | 'name' | 'via'>, grants: Grant[]): Who {
  const ofDepartments = grants.filter((grant) => grant.departmentId !== null)
  return {
    ...base,
    isOwner: grants.some((grant) => grant.bundle === 'owner'),
    departmentIds: new Set(ofDepartments.map((grant) => grant.departmentId!)),
    leads: new Set(ofDepartments.filter((grant) => grant.bundle === 'lead').map((grant) => grant.departmentId!)),
    rights: rightsOf(grants),
  }
}
