import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

/**
 * Runs `work` in one transaction that sees exactly one workspace: the role cannot bypass row-level security,
 * and the workspace is set for this transaction alone, never for the connection.
 */
export function inWorkspace<Result>(
  db: Database,
  workspaceId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'earshot_app', true), set_config('earshot.workspace', ${workspaceId}, true)`.execute(
      tx,
    )
    return work(tx)
  })
}

/** `inWorkspace` with the workspace already chosen: what a route, a job or an act is handed. */
export type Work = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

export function workIn(db: Database, workspaceId: string): Work {
  return (work) => inWorkspace(db, workspaceId, work)
}
