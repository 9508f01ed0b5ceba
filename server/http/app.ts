import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { TooOften } from '../access/limits.ts'
import { Problem } from '../access/problem.ts'
import { allowedMethods } from './allowed-methods.ts'
import { checkRoutes } from './check-routes.ts'
import type { HttpEnv, HttpParts } from './http-parts.ts'
import { describeApi } from './open-api.ts'
import { expectedProblem, presentProblem, surprise } from './present-problem.ts'
import { secure } from './security-headers.ts'
import { serveDoors } from './serve-doors.ts'
import { serveRoutes } from './serve-routes.ts'
import { serveWeb } from './serve-web.ts'

/** Everything that answers over HTTP. Throws a sentence when an address is declared without the right it needs. */
export function makeHttp(parts: HttpParts): Hono<HttpEnv> {
  checkRoutes(parts.routes, parts.doors)
  const http = new Hono<HttpEnv>()
  http.use(async (c, next) => {
    const begun = performance.now()
    c.set('requestId', newTrace())
    c.set('pattern', '')
    await next()
    finish(c, parts, begun)
  })
  serveDoors(http, { ...parts, doors: [...parts.doors, describeApi(parts)] })
  serveRoutes(http, parts)
  const allowed = allowedMethods(parts)
  for (const ours of ['/api/*', '/in/*', '/hooks/*', '/health'])
    http.all(ours, (c) => refuseUnknown(c, allowed(c.req.path)))
  http.all('/api', (c) => refuseUnknown(c, []))
  serveWeb(http, parts.webFolder)
  http.notFound((c) => presentProblem(new Problem(404, 'not_found', 'There is nothing at this address.'), traceOf(c)))
  http.onError((error, c) => presentError(error, c, parts))
  return http
}

/** An address we do not have, or have for other methods. */
function refuseUnknown(c: Context<HttpEnv>, methods: readonly string[]): Response {
  if (methods.length === 0) throw new Problem(404, 'not_found', 'There is no such address here. See /api/openapi.json.')
  const allow = { allow: methods.join(', ') }
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: allow })
  const problem = new Problem(405, 'wrong_method', `This address takes ${methods.join(', ')}.`)
  const answer = presentProblem(problem, traceOf(c))
  answer.headers.set('allow', methods.join(', '))
  return answer
}

function presentError(error: unknown, c: Context<HttpEnv>, { log }: HttpParts): Response {
  const problem = expectedProblem(error)
  if (!problem) log.error({ err: error, request: traceOf(c), method: c.req.method }, 'a request failed by surprise')
  const answer = presentProblem(problem ?? surprise(), traceOf(c))
  if (problem instanceof TooOften) answer.headers.set('retry-after', String(problem.retryAfterSeconds))
  return answer
}

function finish(c: Context<HttpEnv>, { url, log }: HttpParts, begun: number): void {
  const isPrivate = c.req.path.startsWith('/api')
  secure(c.res.headers, { isHttps: url?.startsWith('https:') ?? false, isPrivate })
  c.res.headers.set('x-request-id', traceOf(c))
  const took = Math.round(performance.now() - begun)
  // The pattern, not the path: some paths hold a secret.
  log.debug(
    { request: traceOf(c), method: c.req.method, path: c.get('pattern'), status: c.res.status, took },
    'answered',
  )
}

function traceOf(c: Context<HttpEnv>): string {
  return c.get('requestId')
}

function newTrace(): string {
  const [first, second] = [randomBytes(2), randomBytes(2)]
  return `${first.toString('hex')}-${second.toString('hex')}`
}
