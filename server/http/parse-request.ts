import { notFound, Problem } from '../access/problem.ts'
import type { Route } from '../access/route.ts'
import { checkSchema } from './check-schema.ts'
import { checkText, readJson } from './read-json.ts'

/** A request as it came, before anything is believed of it. */
export interface RawRequest {
  params: Record<string, string>
  query: URLSearchParams
  contentType: string | null
  body: Buffer
}

/** Params, query and body as the route's schemas have them. Throws the problem for the first thing that is wrong. */
export function parseRequest(route: Route, raw: RawRequest): { params: unknown; query: unknown; body: unknown } {
  return { params: parseParams(route, raw.params), query: parseQuery(route, raw.query), body: parseBody(route, raw) }
}

/** What cannot be an id names nothing, so it is not there. */
function parseParams(route: Route, params: Record<string, string>): unknown {
  if (!route.params) return {}
  const checked = route.params.safeParse(params)
  if (!checked.success) throw notFound('thing')
  return checked.data
}

function parseQuery(route: Route, query: URLSearchParams): unknown {
  const given: Record<string, string> = Object.create(null)
  for (const [name, value] of query) {
    if (name in given) throw new Problem(400, 'given_twice', `${name} is given twice. Give it once.`, { field: name })
    checkText(name, '')
    checkText(value, name)
    given[name] = value
  }
  if (route.query) return checkSchema(route.query, { ...given })
  const [unknown] = Object.keys(given)
  if (unknown === undefined) return {}
  throw new Problem(400, 'unknown_field', `There is no parameter ${unknown} here. Leave it out.`, { field: unknown })
}

function parseBody(route: Route, raw: RawRequest): unknown {
  if (route.method === 'GET') return undefined
  const body = readJson(raw.body, raw.contentType)
  if (route.body) return checkSchema(route.body, body)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(400, 'unknown_field', 'Nothing is taken in the body here. Leave it out.')
  }
  const [unknown] = Object.keys(body)
  if (unknown === undefined) return undefined
  throw new Problem(400, 'unknown_field', `There is no field ${unknown} here. Leave it out.`, { field: unknown })
}
