import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { findInvitation } from '../db/outside-workspace.ts'
import { inWorkspace } from '../db/workspace.ts'
import { hashSecret } from './new-secret.ts'
import { joinWorkspace } from './open-workspace.ts'
import { conflict, Problem, refused } from './problem.ts'
import { mayGive } from './rights.ts'
import { endSessions, findAccount, insertAccount, type SignIn } from './sign-in.ts'
import { enterWorkspace, inSignInTransaction, leaveWorkspace } from './sign-in-transaction.ts'
import { currentGrants } from './who-is.ts'

/** What an invitation says, to whoever holds its link. */
export async function readOffer(
  db: Database,
  token: string,
): Promise<{ workspace: string; name: string; email: string }> {
  const found = await findInvitation(db, hashSecret(token))
  if (!found) throw linkDead()
  return inWorkspace(db, found.workspaceId, async (tx) => {
    const offer = await tx
      .selectFrom('invitation')
      .innerJoin('workspace', 'workspace.id', 'invitation.workspaceId')
      .select(['workspace.name as workspace', 'invitation.name', 'invitation.email'])
      .where('invitation.workspaceId', '=', found.workspaceId)
      .where('invitation.id', '=', found.id)
      .executeTakeFirst()
    if (!offer) throw linkDead()
    return offer
  })
}

/**
 * Makes whoever holds the link a colleague, once. Where there is an account with the invited address already, its
 * password has to be given: an invitation never takes an account over. Returns the e-mail address to sign in with.
 */
export async function acceptInvitation(
  db: Database,
  signIn: SignIn,
  { token, password, name }: { token: string; password: string; name?: string | undefined },
): Promise<{ email: string }> {
  const found = await findInvitation(db, hashSecret(token))
  if (!found) throw linkDead()
  const passwordHash = await signIn.hashPassword(password)
  return inSignInTransaction(db, async (tx) => {
    const { workspaceId } = found
    await enterWorkspace(tx, workspaceId)
    const invitation = await take(tx, found)
    await leaveWorkspace(tx)
    const { email, bundle, departmentIds, invitedBy } = invitation
    const account = await findAccount(tx, email)
    if (account && !(account.passwordHash && (await signIn.verifyPassword(account.passwordHash, password)))) {
      throw refused(
        'password',
        'There is an account with this e-mail address already. Give its password to join with it.',
        'wrong_password',
      )
    }
    // Sessions from before they left must not come to life again.
    if (account) await endSessions(tx, account.id)
    const called = name ?? invitation.name
    const accountId = account?.id ?? (await insertAccount(tx, { email, name: called, passwordHash }))
    await enterWorkspace(tx, workspaceId)
    await mustNotBeHere(tx, workspaceId, accountId)
    await joinWorkspace(tx, workspaceId, { accountId, name: called, email, bundle, departmentIds, givenBy: invitedBy })
    return { email }
  })
}

/** Takes the invitation, if it still holds and whoever gave it could still give it. */
async function take(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }) {
  const invitation = await tx
    .updateTable('invitation')
    .set({ acceptedAt: sql<Date>`now()` })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .returning(['email', 'name', 'bundle', 'departmentIds', 'invitedBy'])
    .executeTakeFirst()
  if (!invitation) throw linkDead()
  if (!mayGive(await currentGrants(tx, workspaceId, invitation.invitedBy), invitation.bundle)) throw linkDead()
  return invitation
}

async function mustNotBeHere(tx: Tx, workspaceId: string, accountId: string): Promise<void> {
  const here = await tx
    .selectFrom('colleague')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (here) throw conflict('already_here', 'You are a colleague here already. Sign in.')
}

function linkDead(): Problem {
  return new Problem(
    404,
    'link_dead',
    'This invitation does not hold any more: it was used, taken back, or is older than seven days. Ask for a new one.',
  )
}
