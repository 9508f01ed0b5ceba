import { sql } from 'kysely'
import { makeKey } from '../access/make-key.ts'
import type { Config } from '../config.ts'
import type { Database, Tx } from '../db/database.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { inWorkspace } from '../db/workspace.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

/** The options as the command line has them. */
export interface KeyOptions {
  name: string
  /** E-mail address; without it, the oldest owner. */
  user?: string
  workspace?: string
}

/** Makes an API key and prints it, alone, on standard output. It cannot be shown again. */
export async function keyAdd(config: Config, options: KeyOptions): Promise<void> {
  const key = await withStore(config, (db) => makeKeyFor(db, options))
  console.log(key)
}

async function makeKeyFor(db: Database, { name, user, workspace }: KeyOptions): Promise<string> {
  const workspaces = (await listWorkspaces(db)).filter((one) => workspace === undefined || one.name === workspace)
  if (workspaces.length === 0) {
    throw new UsageError(
      'There is no such workspace yet. Make one first: user add --owner --email … --name … --password …',
    )
  }
  for (const { id: workspaceId } of workspaces) {
    const key = await inWorkspace(db, workspaceId, async (tx) => {
      const colleagueId = await findColleague(tx, workspaceId, user)
      return colleagueId && (await makeKey(tx, workspaceId, { name, colleagueId })).key
    })
    if (key) return key
  }
  throw new UsageError(
    user === undefined
      ? 'There is no owner here. Say whose key it is: --user E-MAIL.'
      : `There is no colleague with the address ${user}. Look at it again, or add them: user add.`,
  )
}

/** The colleague with this address, else the oldest owner. */
async function findColleague(tx: Tx, workspaceId: string, email: string | undefined): Promise<string | undefined> {
  const found = await tx
    .selectFrom('colleague')
    .select('colleague.id')
    .where('colleague.workspaceId', '=', workspaceId)
    .where('colleague.leftAt', 'is', null)
    .$if(email !== undefined, (query) => query.where('colleague.email', '=', email!.toLowerCase()))
    .$if(email === undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from access_grant held where held.workspace_id = colleague.workspace_id
          and held.colleague_id = colleague.id and held.bundle = 'owner' and (held.ends_at is null or held.ends_at > now()))`,
      ),
    )
    .orderBy('colleague.id')
    .executeTakeFirst()
  return found?.id
}
