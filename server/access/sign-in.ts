import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../lib/id.ts'
import { conflict } from './problem.ts'
import { deriveKey, type Keyring } from './seal.ts'

/** Shortest password; the longest is 200. */
export const shortestPassword = 10

/** A session that holds now; `cookies` are to be set with the answer where it was prolonged. */
export interface Session {
  accountId: string
  sessionId: string
  cookies: string[]
}

/** Proves who somebody is. It knows accounts and sessions, nothing of workspaces and rights. */
export interface SignIn {
  /** The cookies of a new session, or null for a wrong address or password: the same answer, as slowly, for both. */
  enter: (email: string, password: string, headers: Headers) => Promise<{ accountId: string; cookies: string[] } | null>
  session: (headers: Headers) => Promise<Session | null>
  /** Ends this session; the cookies to clear. */
  leave: (headers: Headers) => Promise<string[]>
  /** Ends every other session as well. Null when the current password is wrong. */
  changePassword: (headers: Headers, current: string, next: string) => Promise<string[] | null>
  hashPassword: (password: string) => Promise<string>
  verifyPassword: (hash: string, password: string) => Promise<boolean>
}

/** `url` is the address people use; cookies are marked secure when it is https. */
export function makeSignIn(parts: { db: Database; keyring: Keyring; url: string }): SignIn {
  const auth = makeAuth(parts)
  return {
    enter: async (email, password, headers) => {
      const entered = await unlessRefused(
        auth.api.signInEmail({ body: { email, password, rememberMe: true }, headers, returnHeaders: true }),
      )
      return entered && { accountId: entered.response.user.id, cookies: entered.headers.getSetCookie() }
    },
    session: async (headers) => {
      if (!headers.has('cookie')) return null
      const found = await auth.api.getSession({ headers, returnHeaders: true })
      if (!found.response) return null
      return {
        accountId: found.response.user.id,
        sessionId: found.response.session.id,
        cookies: found.headers.getSetCookie(),
      }
    },
    leave: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    changePassword: async (headers, current, next) => {
      const changed = await unlessRefused(
        auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      )
      return changed && changed.headers.getSetCookie()
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    verifyPassword: async (hash, password) => (await auth.$context).password.verify({ hash, password }),
  }
}

/** Makes an account, as the store's owner and before the role of a workspace is taken on. The e-mail must be new. */
export async function insertAccount(
  tx: Tx,
  account: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const id = newId()
  const made = await sql<{ id: string }>`insert into auth_account_holder (id, name, email, "emailVerified")
    values (${id}, ${account.name}, ${account.email.toLowerCase()}, false) on conflict (email) do nothing returning id`.execute(
    tx,
  )
  if (made.rows.length === 0) {
    throw conflict('email_taken', 'There is an account with this e-mail address already. Sign in with it.', 'email')
  }
  await sql`insert into auth_credential (id, "userId", "accountId", "providerId", password)
    values (${newId()}, ${id}, ${id}, 'credential', ${account.passwordHash})`.execute(tx)
  return id
}

/** The account with this e-mail address and its password's hash. */
export async function findAccount(
  tx: Tx,
  email: string,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
  const found = await sql<{
    id: string
    passwordHash: string | null
  }>`select holder.id, credential.password as "passwordHash"
    from auth_account_holder holder
    left join auth_credential credential on credential."userId" = holder.id and credential."providerId" = 'credential'
    where holder.email = ${email.toLowerCase()}`.execute(tx.withoutPlugins())
  return found.rows[0]
}

/** Ends every session of an account. As the store's owner, like `insertAccount`. */
export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from auth_session where "userId" = ${accountId}`.execute(tx)
}

function makeAuth({ db, keyring, url }: { db: Database; keyring: Keyring; url: string }) {
  return betterAuth({
    appName: 'Earshot',
    baseURL: url,
    secret: deriveKey(keyring, 'sessions').toString('hex'),
    database: { db: db.kysely.withoutPlugins(), type: 'postgres', transaction: true },
    user: { modelName: 'auth_account_holder' },
    session: { modelName: 'auth_session', expiresIn: 30 * 86_400, updateAge: 86_400 },
    account: { modelName: 'auth_credential' },
    verification: { modelName: 'auth_verification' },
    // Accounts are made by our own set-up and invitations alone, and its own addresses are not served.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 200,
      autoSignIn: false,
    },
    advanced: {
      cookiePrefix: 'earshot',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

async function unlessRefused<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500) return null
    throw error
  }
}
