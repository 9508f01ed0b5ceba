import type { z } from 'zod'
import type { RightName } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import type { Work } from '../db/workspace.ts'
import type { Keyring } from './seal.ts'
import type { Who } from './who.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One address, with the right it needs. The schemas check what comes in, describe it at `/api/openapi.json`, and give
 * the handler its types. `act` runs in one workspace transaction together with its idempotency key; `reach` is for
 * what must talk to the outside and opens transactions itself.
 */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Answer = unknown> {
  method: Method
  /** Below `/api`, with `:id` for ids, e.g. `/conversations/:id/notes`. */
  path: string
  /** `colleague`: anybody signed in. There is no way to leave it out. */
  right: RightName | 'colleague'
  summary: string
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  answer: z.ZodType<Answer> | null
  /** A POST that only asks, because its question is long: it may write nothing, and its answer is not kept for a repeat. */
  asksOnly?: true
  /** 200 unless said otherwise; 204 when there is no answer. */
  status?: 200 | 201 | 202 | 204
  act?: (ask: Ask<Params, Query, Body> & { tx: Tx }) => Promise<Answer>
  reach?: (ask: Ask<Params, Query, Body> & { work: Work }) => Promise<Answer>
  /** An answer that goes on for as long as somebody listens. */
  stream?: (ask: Ask<Params, Query, Body> & Streaming) => Promise<Response>
}

export interface Streaming {
  lastEventId: string | null
  /** Who asks as of now: null once the session or the key is dead. To be asked again every few seconds. */
  stillWho: () => Promise<Who | null>
}

export interface Ask<Params, Query, Body> {
  who: Who
  params: Params
  query: Query
  body: Body
  /** Base of the address people use, without a slash at the end. */
  origin: string
  /** Seals what must not be readable in the store; see `seal.ts`. */
  keyring: Keyring
  signal: AbortSignal
}

/** Declares a route and forgets its inner types, so that routes of all kinds stand in one list. */
export function route<
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = undefined,
  Answer = undefined,
>(declared: Route<Params, Query, Body, Answer>): Route
export function route(declared: Route): Route {
  return declared
}
