import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { Bundle } from '../model/grant.ts'
import { joinWorkspace, openWorkspace } from './open-workspace.ts'
import { Problem } from './problem.ts'
import { endSessions, findAccount, insertAccount, shortestPassword, type SignIn } from './sign-in.ts'
import { enterWorkspace, inSignInTransaction, leaveWorkspace } from './sign-in-transaction.ts'

export interface NewUser {
  email: string
  name: string
  password: string
  isOwner: boolean
  /** By name; without it, the oldest workspace there is. */
  workspace?: string | undefined
  /** Names of departments, for somebody who is no owner. */
  departments?: readonly string[]
  isLead?: boolean
}

/**
 * Makes an account and a colleague from the command line. An owner on an empty store, or with the name of a workspace
 * that is not there, gets a new workspace. Throws a problem whose sentence says what to do.
 */
export async function addUser(
  db: Database,
  signIn: SignIn,
  user: NewUser,
): Promise<{ workspaceId: string; colleagueId: string }> {
  if (user.password.length < shortestPassword) {
    throw new Problem(422, 'password', `The password needs at least ${shortestPassword} characters.`)
  }
  const passwordHash = await signIn.hashPassword(user.password)
  return inSignInTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('earshot set-up'))`.execute(tx)
    const known = await findWorkspace(tx, user.workspace)
    if (!known && !user.isOwner) throw new Problem(404, 'no_workspace', noWorkspace(user.workspace))
    const accountId = await accountFor(tx, signIn, { ...user, passwordHash })
    const workspaceId = known ?? (await openWorkspace(tx, user.workspace ?? user.name))
    await enterWorkspace(tx, workspaceId)
    await mustBeNew(tx, workspaceId, { accountId, email: user.email })
    const departmentIds = await departmentsNamed(tx, workspaceId, user.departments ?? [])
    const { email, name } = user
    const bundle = bundleOf(user)
    return {
      workspaceId,
      colleagueId: await joinWorkspace(tx, workspaceId, {
        accountId,
        name,
        email,
        bundle,
        departmentIds,
        givenBy: null,
      }),
    }
  })
}

function bundleOf({ isOwner, isLead, departments = [] }: NewUser): Bundle | null {
  if (isOwner) return 'owner'
  if (departments.length === 0) return null
  return isLead ? 'lead' : 'agent'
}

function noWorkspace(name: string | undefined): string {
  return name === undefined
    ? 'There is no workspace yet. Make its owner first: user add --owner.'
    : `There is no workspace called ${name}. Look at the name, or make it with --owner.`
}

async function findWorkspace(tx: Tx, name: string | undefined): Promise<string | undefined> {
  await sql`select set_config('role', 'earshot_lookup', true)`.execute(tx)
  const found = await tx
    .selectFrom('workspace')
    .select('id')
    .$if(name !== undefined, (query) => query.where('name', '=', name!))
    .orderBy('id')
    .executeTakeFirst()
  await leaveWorkspace(tx)
  return found?.id
}

async function accountFor(tx: Tx, signIn: SignIn, user: NewUser & { passwordHash: string }): Promise<string> {
  const account = await findAccount(tx, user.email)
  if (!account) return insertAccount(tx, user)
  if (account.passwordHash && (await signIn.verifyPassword(account.passwordHash, user.password))) {
    await endSessions(tx, account.id)
    return account.id
  }
  throw new Problem(
    409,
    'email_taken',
    `There is an account with the address ${user.email} already, with another password. Give its password.`,
  )
}

async function mustBeNew(
  tx: Tx,
  workspaceId: string,
  { accountId, email }: { accountId: string; email: string },
): Promise<void> {
  const here = await tx
    .selectFrom('colleague')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', accountId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (here) throw new Problem(409, 'already_here', `${email} is a colleague in this workspace already.`)
}

async function departmentsNamed(tx: Tx, workspaceId: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const departments = await tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('position')
    .execute()
  return names.map((name) => {
    const found = departments.find((department) => department.name.toLowerCase() === name.toLowerCase())
    if (found) return found.id
    const there = departments.map((department) => department.name).join(', ')
    throw new Problem(404, 'no_department', `There is no department called ${name}. There are: ${there}.`)
  })
}
