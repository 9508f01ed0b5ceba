import { z } from 'zod'
import { problem } from '../../contract/problem.ts'
import type { Door } from '../access/door.ts'
import type { Route } from '../access/route.ts'
import type { HttpParts } from './http-parts.ts'

type Json = Record<string, unknown>

/** The description of the whole API, made from the schemas that check it, as a public address of its own. */
export function describeApi({ routes, doors }: Pick<HttpParts, 'routes' | 'doors'>): Door {
  let text: string | undefined
  return {
    method: 'GET',
    path: '/api/openapi.json',
    public: true,
    reason: 'It describes the addresses and nothing that stands behind them.',
    summary: 'This description',
    handle: () => {
      text ??= JSON.stringify(openApi(routes, doors))
      return Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } }))
    },
  }
}

/** OpenAPI 3.1 of routes and doors. */
export function openApi(routes: readonly Route[], doors: readonly Door[]): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) put(paths, `/api${route.path}`, route.method, operationOf(route))
  for (const door of doors) put(paths, door.path, door.method, operationOfDoor(door))
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot', version: '1', description: 'Answers are JSON; errors are problem details (RFC 9457).' },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output'), ...selfReferring(routes) },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'earshot.session_token' },
      },
    },
    security: [{ key: [] }, { session: [] }],
  }
}

function put(paths: Record<string, Json>, path: string, method: string, operation: Json): void {
  const templated = path.replaceAll(/:(\w+)/g, '{$1}')
  paths[templated] = { ...paths[templated], [method.toLowerCase()]: operation }
}

function operationOf(route: Route): Json {
  const status = String(route.status ?? (route.answer === null ? 204 : 200))
  return {
    summary: route.summary,
    tags: [route.path.split('/')[1] ?? ''],
    'x-right': route.right,
    parameters: [...pathParameters(route.path), ...queryParameters(route.query), ...headerParameters(route)],
    ...(route.body ? { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } } : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(route.answer ? { content: json(schemaOf(route.answer, 'output')) } : {}),
      },
      default: problemAnswer,
    },
  }
}

function operationOfDoor(door: Door): Json {
  return {
    summary: door.summary,
    description: `Public: ${door.reason}`,
    security: [],
    parameters: pathParameters(door.path),
    ...(door.body ? { requestBody: { required: true, content: json(schemaOf(door.body, 'input')) } } : {}),
    responses: {
      '2XX': {
        description: 'Done',
        ...(door.answer ? { content: json(schemaOf(door.answer, 'output')) } : {}),
      },
      default: problemAnswer,
    },
  }
}

const problemAnswer = {
  description: 'What did not happen, where, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  const schema = query ? schemaOf(query, 'input') : {}
  const properties = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(schema['properties']))
  return properties.map(([name, property]) => ({ name, in: 'query', required: false, schema: property }))
}

function headerParameters(route: Route): Json[] {
  return route.method === 'POST' ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }] : []
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, $defs: __, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return amongComponents(rest)
}

/** What refers to itself has a name (`meta.id`) and stands once, among the components. */
function selfReferring(routes: readonly Route[]): Json {
  const answers = routes.flatMap(({ answer }) => answer ?? [])
  const named = answers.flatMap((answer) =>
    Object.entries(z.toJSONSchema(answer, { unrepresentable: 'any' }).$defs ?? {}),
  )
  return amongComponents(Object.fromEntries(named))
}

function amongComponents(schema: Json): Json {
  const moved: Json = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
  return moved
}

function json(schema: Json): Json {
  return { 'application/json': { schema } }
}
