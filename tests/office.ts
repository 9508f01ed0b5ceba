import type { Hono } from 'hono'
import { pino } from 'pino'
import { addUser, type NewUser } from '../server/access/add-user.ts'
import type { Door } from '../server/access/door.ts'
import { makeKey } from '../server/access/make-key.ts'
import type { Route } from '../server/access/route.ts'
import { makeKeyring, type Keyring } from '../server/access/seal.ts'
import type { SignInParts } from '../server/access/sign-in-doors.ts'
import { makeSignInLimits } from '../server/access/sign-in-limits.ts'
import { makeSignIn } from '../server/access/sign-in.ts'
import type { Who } from '../server/access/who.ts'
import { whoIs } from '../server/access/who-is.ts'
import type { Database } from '../server/db/database.ts'
import { inWorkspace } from '../server/db/workspace.ts'
import { makeHttp } from '../server/http/app.ts'
import type { HttpEnv, HttpParts } from '../server/http/http-parts.ts'

export const testUrl = 'http://earshot.test'
export const testPassword = 'a long enough password'

/** Somebody with an account, a place in a workspace and an API key. */
export interface Person {
  workspaceId: string
  colleagueId: string
  email: string
  key: string
  who: () => Promise<Who>
}

/** The HTTP side over a test's database, without a network in between. */
export interface Office {
  http: Hono<HttpEnv>
  keyring: Keyring
  signIn: SignInParts
  /** Adds somebody; an owner gets a workspace of their own by their name. */
  add: (user: Partial<NewUser> & { name: string }) => Promise<Person>
  /** Asks as this person, with their API key; `null` asks as nobody. */
  ask: (person: Pick<Person, 'key'> | null, method: string, path: string, more?: More) => Promise<Reply>
}

export interface More {
  body?: unknown
  headers?: Record<string, string>
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  json: any
}

/** Opens an office with these addresses. `widen` and `url` are as in `HttpParts`. */
export function openOffice(
  db: Database,
  parts: { routes: Route[]; doors?: (signIn: SignInParts) => Door[] } & Partial<
    Pick<HttpParts, 'widen' | 'url' | 'webFolder'>
  >,
): Office {
  const keyring = makeKeyring([Buffer.alloc(32, 7)])
  const signIn: SignInParts = {
    db,
    signIn: makeSignIn({ db, keyring, url: parts.url ?? testUrl }),
    limits: makeSignInLimits(keyring, false),
  }
  const http = makeHttp({
    db,
    keyring,
    signIn: signIn.signIn,
    url: parts.url,
    webFolder: parts.webFolder,
    routes: parts.routes,
    doors: parts.doors?.(signIn) ?? [],
    log: pino({ level: 'error' }, pino.destination(2)),
    checkAnswers: true,
    ...(parts.widen ? { widen: parts.widen } : {}),
  })
  const ask: Office['ask'] = async (person, method, path, { body, headers } = {}) => {
    const response = await http.request(`${testUrl}${path}`, {
      method,
      headers: {
        ...(person ? { authorization: `Bearer ${person.key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }
  return { http, keyring, signIn, ask, add: (user) => addPerson(db, signIn, user) }
}

async function addPerson(
  db: Database,
  { signIn }: SignInParts,
  user: Partial<NewUser> & { name: string },
): Promise<Person> {
  const email = user.email ?? `${user.name.toLowerCase().replaceAll(/\W+/g, '-')}@example.org`
  const added = await addUser(db, signIn, { password: testPassword, isOwner: false, ...user, email })
  const { workspaceId, colleagueId } = added
  const { key } = await inWorkspace(db, workspaceId, (tx) =>
    makeKey(tx, workspaceId, { name: `of ${user.name}`, colleagueId }),
  )
  const who = async () => {
    const known = await inWorkspace(db, workspaceId, (tx) => whoIs(tx, { workspaceId, colleagueId, via: 'key' }))
    if (!known) throw new Error(`${user.name} has left`)
    return known
  }
  return { workspaceId, colleagueId, email, key, who }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
