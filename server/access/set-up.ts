import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../lib/id.ts'
import { newSecret, hashSecret } from './new-secret.ts'
import { joinWorkspace, openWorkspace } from './open-workspace.ts'
import { Problem } from './problem.ts'
import { insertAccount } from './sign-in.ts'
import { hasWorkspace, inSignInTransaction } from './sign-in-transaction.ts'

const purpose = 'set-up'

/**
 * The token of the one-time link that makes the first workspace, or null when there is one already. It holds until it
 * is used; asking again (another start) makes a new one and the earlier link dies.
 */
export function openSetUp(db: Database): Promise<string | null> {
  return inSignInTransaction(db, async (tx) => {
    await oneAtATime(tx)
    if (await hasWorkspace(tx)) return null
    const { secret, hash } = newSecret('setup_')
    await sql`delete from auth_verification where identifier = ${purpose}`.execute(tx)
    await sql`insert into auth_verification (id, identifier, value, "expiresAt") values (${newId()}, ${purpose}, ${hash}, 'infinity')`.execute(
      tx,
    )
    return secret
  })
}

/** Makes the first workspace and its owner, with the token of the one-time link. Throws where it does not hold. */
export function setUp(
  db: Database,
  asked: { token: string; workspace: string; name: string; email: string; passwordHash: string },
): Promise<void> {
  return inSignInTransaction(db, async (tx) => {
    await oneAtATime(tx)
    const taken =
      await sql`delete from auth_verification where identifier = ${purpose} and value = ${hashSecret(asked.token)} returning id`.execute(
        tx,
      )
    if (taken.rows.length === 0 || (await hasWorkspace(tx))) {
      throw new Problem(
        404,
        'link_used',
        'This set-up link does not hold any more. Open the one that the last start of Earshot printed, or sign in.',
      )
    }
    const accountId = await insertAccount(tx, asked)
    const workspaceId = await openWorkspace(tx, asked.workspace)
    const { name, email } = asked
    await joinWorkspace(tx, workspaceId, { accountId, name, email, bundle: 'owner', departmentIds: [], givenBy: null })
  })
}

/** Two set-ups at once would make two first workspaces. */
async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('earshot set-up'))`.execute(tx)
}
