import type { Tx } from '../db/database.ts'
import type { Bundle } from '../model/grant.ts'
import { Problem } from './problem.ts'
import { mayGive } from './rights.ts'
import type { Who } from './who.ts'
import { currentGrants } from './who-is.ts'

/** Throws 403 where somebody would give or take away more than they hold themselves. */
export async function mustBeAbleToGive(tx: Tx, who: Who, bundle: Bundle): Promise<void> {
  if (mayGive(await currentGrants(tx, who.workspaceId, who.colleagueId), bundle)) return
  throw new Problem(
    403,
    'above_own_grants',
    'Nobody gives or takes away more than they hold themselves. Ask an owner of the workspace.',
    { field: 'bundle' },
  )
}
