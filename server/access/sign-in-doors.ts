import type { z } from 'zod'
import { doorView, passwordBody, setupBody, signInWithPasswordBody } from '../../contract/team.ts'
import type { Database } from '../db/database.ts'
import { findColleagues, listWorkspaces } from '../db/outside-workspace.ts'
import type { Door, Visit } from './door.ts'
import { Problem, refused } from './problem.ts'
import { setUp } from './set-up.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import type { SignIn } from './sign-in.ts'

export interface SignInParts {
  db: Database
  signIn: SignIn
  limits: SignInLimits
}

type DoorState = z.infer<typeof doorView>['state']

/** The addresses of signing in: the session cookie is given and taken here and nowhere else. */
export function signInDoors(parts: SignInParts): Door[] {
  return [...firstDoors(parts), ...sessionDoors(parts)]
}

function firstDoors(parts: SignInParts): Door[] {
  return [
    {
      method: 'GET',
      path: '/api/door',
      public: true,
      reason: 'The page must know whether to show set-up, sign-in or the app.',
      summary: 'Whether there is a workspace yet, and whether you are signed in',
      answer: doorView,
      handle: (visit) => seeDoor(parts, visit),
    },
    {
      method: 'POST',
      path: '/api/setups',
      public: true,
      reason: 'Nobody can be signed in before the first workspace exists; the one-time token of the start is needed.',
      summary: 'Make the first workspace and its owner',
      body: setupBody,
      answer: doorView,
      handle: (visit) => makeFirstWorkspace(parts, visit),
    },
  ]
}

function sessionDoors(parts: SignInParts): Door[] {
  return [
    {
      method: 'POST',
      path: '/api/sessions',
      public: true,
      reason: 'This is where one signs in.',
      summary: 'Sign in with e-mail address and password',
      body: signInWithPasswordBody,
      answer: doorView,
      handle: (visit) => startSession(parts, visit),
    },
    {
      method: 'DELETE',
      path: '/api/sessions',
      public: true,
      reason: 'Signing out twice is no mistake; it ends the session of the cookie alone.',
      summary: 'Sign out',
      answer: doorView,
      handle: async ({ headers }) => door('signed_out', 200, await parts.signIn.leave(headers)),
    },
    {
      method: 'PUT',
      path: '/api/me/password',
      public: true,
      reason: 'It asks for the session itself, since it ends all of them and gives a new one.',
      summary: 'Change your password; every other session ends',
      body: passwordBody,
      answer: doorView,
      handle: (visit) => changePassword(parts, visit),
    },
  ]
}

async function seeDoor({ db, signIn }: SignInParts, { headers }: Visit): Promise<Response> {
  const session = await signIn.session(headers)
  if (session && (await findColleagues(db, session.accountId)).length > 0) {
    return door('signed_in', 200, session.cookies)
  }
  const workspaces = await listWorkspaces(db)
  return door(workspaces.length === 0 ? 'empty' : 'signed_out', 200, [])
}

async function makeFirstWorkspace({ db, signIn, limits }: SignInParts, visit: Visit): Promise<Response> {
  const { password, ...asked } = await visit.json(setupBody)
  const attempt = { ...visit, email: asked.email }
  await limits.beforeTry(attempt)
  await setUp(db, { ...asked, passwordHash: await signIn.hashPassword(password) })
  const entered = await signIn.enter(asked.email, password, visit.headers)
  const device = await limits.afterSuccess(attempt)
  return door('signed_in', 201, [...(entered?.cookies ?? []), device])
}

async function startSession({ signIn, limits }: SignInParts, visit: Visit): Promise<Response> {
  const { email, password } = await visit.json(signInWithPasswordBody)
  const attempt = { ...visit, email }
  await limits.beforeTry(attempt)
  const entered = await signIn.enter(email, password, visit.headers)
  if (!entered) {
    throw new Problem(401, 'wrong_password', 'The e-mail address or the password is not right. Try again.')
  }
  return door('signed_in', 201, [...entered.cookies, await limits.afterSuccess(attempt)])
}

async function changePassword({ signIn, limits }: SignInParts, visit: Visit): Promise<Response> {
  const { current, next } = await visit.json(passwordBody)
  const session = await signIn.session(visit.headers)
  if (!session) throw new Problem(401, 'signed_out', 'Sign in first.')
  const attempt = { ...visit, email: session.accountId }
  await limits.beforeTry(attempt)
  const cookies = await signIn.changePassword(visit.headers, current, next)
  if (!cookies) throw refused('current', 'This is not your current password. Nothing was changed.', 'wrong_password')
  await limits.afterSuccess(attempt)
  return door('signed_in', 200, cookies)
}

function door(state: DoorState, status: number, cookies: readonly string[]): Response {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify({ state }), { status, headers })
}
