import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'

/**
 * One transaction that first touches the sign-in tables, as the store's owner, and then a workspace, as everybody
 * else does. For set-up and invitations alone: both or neither must happen.
 */
export function inSignInTransaction<Result>(db: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.kysely.transaction().execute(work)
}

/** From here on, the transaction sees this workspace and nothing else. */
export async function enterWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select set_config('role', 'earshot_app', true), set_config('earshot.workspace', ${workspaceId}, true)`.execute(
    tx,
  )
}

/** Back to the store's owner. */
export async function leaveWorkspace(tx: Tx): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
}

/** Whether there is a workspace yet (or one by this name). Ends as the store's owner. */
export async function hasWorkspace(tx: Tx, name?: string): Promise<boolean> {
  await sql`select set_config('role', 'earshot_lookup', true)`.execute(tx)
  const found = await tx
    .selectFrom('workspace')
    .select('id')
    .$if(name !== undefined, (query) => query.where('name', '=', name!))
    .limit(1)
    .executeTakeFirst()
  await leaveWorkspace(tx)
  return found !== undefined
}
