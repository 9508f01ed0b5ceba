import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { conflict } from './problem.ts'

/** Lets one change of owners wait for another, so that two cannot each remove the other's last one. */
export async function lockOwners(tx: Tx, workspaceId: string): Promise<void> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forUpdate().execute()
}

/** Throws 409 where nobody would be owner any more. To be asked after the change, in its transaction. */
export async function keepAnOwner(tx: Tx, workspaceId: string): Promise<void> {
  const owner = await tx
    .selectFrom('accessGrant')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspaceId', '=', 'accessGrant.workspaceId')
        .onRef('colleague.id', '=', 'accessGrant.colleagueId'),
    )
    .select('colleague.id')
    .where('accessGrant.workspaceId', '=', workspaceId)
    .where('accessGrant.bundle', '=', 'owner')
    .where('colleague.leftAt', 'is', null)
    .where((eb) => eb.or([eb('accessGrant.endsAt', 'is', null), eb('accessGrant.endsAt', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  if (!owner) throw conflict('last_owner', 'This is the last owner. Make somebody else an owner first.')
}
