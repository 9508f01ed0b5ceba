import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import { findAsker, type Asker } from '../access/find-asker.ts'
import { makeLimit } from '../access/limits.ts'
import { Problem } from '../access/problem.ts'
import type { Ask, Route } from '../access/route.ts'
import { whoIs } from '../access/who-is.ts'
import type { Who } from '../access/who.ts'
import type { Tx } from '../db/database.ts'
import { inWorkspace, workIn, type Work } from '../db/workspace.ts'
import type { HttpEnv, HttpParts } from './http-parts.ts'
import {
  hashRequest,
  onceInTransaction,
  onceOutside,
  readIdempotencyKey,
  type Answered,
  type Repeatable,
} from './idempotency.ts'
import { parseRequest, type RawRequest } from './parse-request.ts'
import { isWorthAnotherTry } from './present-problem.ts'
import { readBody } from './read-body.ts'
import { addressOf, originOf } from './request-origin.ts'
import { checkSameOrigin } from './same-origin.ts'

const bodyLimit = 1_000_000
/** 200 requests a second for one colleague, kept up for a minute. */
const perColleague = { points: 12_000, seconds: 60 }
/** Requests with a wrong key or a dead session, from one address. */
const refusalsPerAddress = { points: 300, seconds: 60 }

type AnyAsk = Ask<unknown, unknown, unknown>

/** One request on its way through a route. */
interface Passage {
  parts: HttpParts
  route: Route
  asker: Asker
  raw: RawRequest
  request: Request
  origin: string
  repeatable: Repeatable | null
}

/** Puts every route of the list under `/api`. */
export function serveRoutes(http: Hono<HttpEnv>, parts: HttpParts): void {
  const colleagues = makeLimit(perColleague.points, perColleague.seconds)
  const strangers = makeLimit(refusalsPerAddress.points, refusalsPerAddress.seconds)
  for (const route of parts.routes) {
    http.on(route.method, `/api${route.path}`, async (c) => {
      c.set('pattern', `/api${route.path}`)
      const origin = originOf(parts.url, c.req.raw)
      checkSameOrigin(c.req.raw, origin)
      const asker = await findAsker(parts.db, parts.signIn, c.req.raw.headers)
      if (!asker) {
        // Only who fails is slowed: behind one address there may be a whole office, or our own proxy.
        await strangers.spend(addressOf(c))
        throw signedOut()
      }
      await colleagues.spend(asker.colleagueId)
      return pass({ parts, route, asker, origin, ...(await readRequest(c, parts, route, asker)) })
    })
  }
}

async function readRequest(
  c: Context<HttpEnv>,
  parts: HttpParts,
  route: Route,
  asker: Asker,
): Promise<Pick<Passage, 'raw' | 'request' | 'repeatable'>> {
  const request = c.req.raw
  const body = route.method === 'GET' ? Buffer.alloc(0) : await readBody(request, bodyLimit)
  const { pathname, searchParams } = new URL(request.url)
  const raw = { params: c.req.param(), query: searchParams, contentType: request.headers.get('content-type'), body }
  const key = route.method === 'POST' && !route.asksOnly ? readIdempotencyKey(request.headers) : undefined
  if (key === undefined) return { raw, request, repeatable: null }
  const { workspaceId, colleagueId } = asker
  const requestHash = hashRequest(parts.keyring, `POST ${pathname}?${searchParams}`, body)
  const name = `POST ${route.path}`
  return {
    raw,
    request,
    repeatable: { keyring: parts.keyring, workspaceId, colleagueId, key, route: name, requestHash },
  }
}

async function pass(passage: Passage): Promise<Response> {
  if (passage.route.stream) return openStream(passage)
  const answered = passage.route.act ? await actWithRetry(passage) : await reach(passage)
  if (passage.parts.checkAnswers && passage.route.answer) passage.route.answer.parse(answered.body)
  const headers = new Headers(passage.asker.cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
  if (answered.status === 204) return new Response(null, { status: 204, headers })
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(answered.body), { status: answered.status, headers })
}

/** A deadlock or failed serialisation has changed nothing, so the same act may be tried again. */
async function actWithRetry(passage: Passage): Promise<Answered> {
  for (let tries = 1; ; tries++) {
    try {
      return await act(passage)
    } catch (error) {
      if (tries === 3 || !isWorthAnotherTry(error)) throw error
    }
  }
}

function act(passage: Passage): Promise<Answered> {
  const { route, parts, asker, repeatable } = passage
  return inWorkspace(parts.db, asker.workspaceId, async (tx) => {
    // Nothing changes by asking for it, whatever an act does by mistake.
    if (route.method === 'GET' || route.asksOnly)
      await sql`select set_config('transaction_read_only', 'on', true)`.execute(tx)
    const ask = await admit(passage, tx)
    const run = async () => answerOf(route, await route.act!({ ...ask, tx }))
    return repeatable ? onceInTransaction(tx, repeatable, run) : run()
  })
}

async function reach(passage: Passage): Promise<Answered> {
  const { route, repeatable } = passage
  const work = workOf(passage)
  const ask = await work((tx) => admit(passage, tx))
  const run = async () => answerOf(route, await route.reach!({ ...ask, work }))
  return repeatable ? onceOutside(work, repeatable, run) : run()
}

async function openStream(passage: Passage): Promise<Response> {
  const { parts, route, request } = passage
  const work = workOf(passage)
  const ask = await work((tx) => admit(passage, tx))
  const stillWho = async (): Promise<Who | null> => {
    const asker = await findAsker(parts.db, parts.signIn, request.headers)
    return asker && work((tx) => whoAsks({ ...passage, asker }, tx))
  }
  return route.stream!({ ...ask, lastEventId: request.headers.get('last-event-id'), stillWho })
}

/** Who asks and what for, once it is certain that they may. */
async function admit(passage: Passage, tx: Tx): Promise<AnyAsk> {
  const { route, parts, origin, request } = passage
  const who = await whoAsks(passage, tx)
  if (!who) throw signedOut()
  if (route.right !== 'colleague' && !who.rights.has(route.right)) {
    throw new Problem(403, 'forbidden', 'Your grants do not cover this. Ask an owner of the workspace for it.')
  }
  return { who, origin, keyring: parts.keyring, signal: request.signal, ...parseRequest(route, passage.raw) }
}

async function whoAsks({ parts, asker }: Passage, tx: Tx): Promise<Who | null> {
  const who = await whoIs(tx, asker)
  return who && parts.widen ? parts.widen(who) : who
}

function workOf({ parts, asker }: Passage): Work {
  return workIn(parts.db, asker.workspaceId)
}

function answerOf(route: Route, body: unknown): Answered {
  return { status: route.status ?? (route.answer === null ? 204 : 200), body }
}

function signedOut(): Problem {
  return new Problem(401, 'signed_out', 'Sign in first, or send an API key that is valid.')
}
