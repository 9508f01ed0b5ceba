import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { findColleagues, findKey } from '../db/outside-workspace.ts'
import { inWorkspace } from '../db/workspace.ts'
import { hashSecret } from './new-secret.ts'
import type { SignIn } from './sign-in.ts'
import type { Who } from './who.ts'

/** A colleague who has shown who they are; what they may do is asked in the transaction that does it. */
export interface Asker {
  workspaceId: string
  colleagueId: string
  via: Who['via']
  /** To be set with the answer: a session that was prolonged. */
  cookies: string[]
}

/** Who asks, by API key or by session; null for nobody. A request with a wrong key never falls back to its session. */
export async function findAsker(db: Database, signIn: SignIn, headers: Headers): Promise<Asker | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return findByKey(db, authorization)
  const session = await signIn.session(headers)
  if (!session) return null
  const [colleague] = await findColleagues(db, session.accountId)
  if (!colleague) return null
  return { workspaceId: colleague.workspaceId, colleagueId: colleague.id, via: 'session', cookies: session.cookies }
}

async function findByKey(db: Database, authorization: string): Promise<Asker | null> {
  const key = /^Bearer +(ek_[\w-]{43})$/i.exec(authorization)?.[1]
  if (key === undefined) return null
  const found = await findKey(db, hashSecret(key))
  if (!found) return null
  await noteUse(db, found)
  return { workspaceId: found.workspaceId, colleagueId: found.colleagueId, via: 'key', cookies: [] }
}

const notedAt = new Map<string, number>()
const noteEveryMillis = 60_000

/** Notes when a key was last used, at most once a minute. */
async function noteUse(db: Database, key: { workspaceId: string; id: string }): Promise<void> {
  const now = Date.now()
  if (now - (notedAt.get(key.id) ?? 0) < noteEveryMillis) return
  notedAt.set(key.id, now)
  await inWorkspace(db, key.workspaceId, (tx) =>
    tx
      .updateTable('apiKey')
      .set({ lastUsedAt: sql<Date>`now()` })
      .where('workspaceId', '=', key.workspaceId)
      .where('id', '=', key.id)
      .execute(),
  )
}
