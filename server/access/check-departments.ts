import type { Tx } from '../db/database.ts'
import type { Bundle } from '../model/grant.ts'
import { refused } from './problem.ts'

/** Throws where the departments do not fit the bundle, or one of them is not there. */
export async function checkDepartments(
  tx: Tx,
  workspaceId: string,
  { bundle, departmentIds }: { bundle: Bundle; departmentIds: readonly string[] },
): Promise<void> {
  const isWide = bundle === 'owner' || bundle === 'admin'
  if (isWide && departmentIds.length > 0) {
    throw refused('departmentIds', 'Owners and admins are so for the whole workspace. Leave the departments out.')
  }
  if (!isWide && departmentIds.length === 0) {
    throw refused('departmentIds', 'Choose at least one department for this person.')
  }
  const named = await nameDepartments(tx, workspaceId, departmentIds)
  if (named.length !== new Set(departmentIds).size) {
    throw refused('departmentIds', 'One of these departments is not there any more. Choose again.')
  }
}

/** Those of these departments that there are, with their names. */
export async function nameDepartments(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('position')
    .execute()
}
