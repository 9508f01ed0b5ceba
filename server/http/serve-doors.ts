import type { Context, Hono } from 'hono'
import type { Visit } from '../access/door.ts'
import { checkSchema } from './check-schema.ts'
import type { HttpEnv, HttpParts } from './http-parts.ts'
import { readBody } from './read-body.ts'
import { readJson } from './read-json.ts'
import { addressOf, originOf } from './request-origin.ts'
import { checkSameOrigin } from './same-origin.ts'

const usualBodyLimit = 1_000_000

/** Puts every public address where it says. Those under `/api` are for our own page and refuse other origins. */
export function serveDoors(http: Hono<HttpEnv>, parts: HttpParts): void {
  for (const door of parts.doors) {
    http.on(door.method, door.path, (c) => {
      c.set('pattern', door.path)
      if (door.path.startsWith('/api')) checkSameOrigin(c.req.raw, originOf(parts.url, c.req.raw))
      return door.handle(visitOf(c, parts.url, door.bodyLimit ?? usualBodyLimit))
    })
  }
}

function visitOf(c: Context<HttpEnv>, url: string | undefined, bodyLimit: number): Visit {
  const request = c.req.raw
  let read: Promise<Buffer> | undefined
  const body = () => (read ??= readBody(request, bodyLimit))
  return {
    method: request.method,
    params: c.req.param(),
    query: new URL(request.url).searchParams,
    headers: request.headers,
    body,
    json: async (schema) => checkSchema(schema, readJson(await body(), request.headers.get('content-type'))),
    address: addressOf(c),
    origin: originOf(url, request),
    signal: request.signal,
  }
}
