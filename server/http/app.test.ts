import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { id } from '../../contract/page.ts'
import { testDatabase } from '../../tests/database.ts'
import { openOffice, testUrl, type Office, type Person } from '../../tests/office.ts'
import { inShared, sharedDir } from '../../tests/shared-dir.ts'
import type { Door } from '../access/door.ts'
import { route, type Route } from '../access/route.ts'
import { newId } from '../lib/id.ts'
import { checkRoutes } from './check-routes.ts'

const db = await testDatabase(20)
const folder = mkdtempSync(join(tmpdir(), 'earshot-web-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const echoBody = z.strictObject({
  text: z.string().max(20),
  inner: z.strictObject({ at: z.iso.datetime() }).optional(),
  either: z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.uuid(), c: z.number() })]).optional(),
})

/** Routes that do what tests need seen: each write makes one department. */
const routes: Route[] = [
  route({
    method: 'POST',
    path: '/echoes',
    right: 'colleague',
    summary: 'Say it again',
    body: echoBody,
    answer: echoBody,
    status: 201,
    act: ({ body }) => Promise.resolve(body),
  }),
  route({
    method: 'POST',
    path: '/marks',
    right: 'colleague',
    summary: 'Leave a mark',
    body: z.strictObject({ name: z.string() }),
    answer: z.object({ id }),
    status: 201,
    act: async ({ tx, who, body }) => {
      const made = { workspaceId: who.workspaceId, id: newId(), kind: 'mark', name: `${body.name} ${newId()}` }
      await tx.insertInto('department').values(made).execute()
      return { id: made.id }
    },
  }),
  route({
    method: 'POST',
    path: '/far-marks',
    right: 'colleague',
    summary: 'Leave a mark by way of the outside',
    answer: z.object({ id }),
    status: 201,
    reach: async ({ work, who }) => {
      const made = { workspaceId: who.workspaceId, id: newId(), kind: 'far', name: newId() }
      await work((tx) => tx.insertInto('department').values(made).execute())
      return { id: made.id }
    },
  }),
  route({
    method: 'GET',
    path: '/sly-marks',
    right: 'colleague',
    summary: 'Tries to change something by being asked for',
    answer: null,
    act: async ({ tx, who }) => {
      await tx.updateTable('department').set({ name: 'sly' }).where('workspaceId', '=', who.workspaceId).execute()
    },
  }),
  route({
    method: 'GET',
    path: '/things/:id',
    right: 'colleague',
    summary: 'A thing',
    params: z.object({ id }),
    query: z.strictObject({ limit: z.coerce.number().int().max(9).default(3) }),
    answer: z.object({ id, limit: z.number() }),
    act: ({ params, query }) => Promise.resolve({ ...params, ...query }),
  }),
]
const door: Door = {
  method: 'POST',
  path: '/in/:key',
  public: true,
  reason: 'Programs of others push here; the key and the signature are asked.',
  summary: 'Push',
  bodyLimit: 50,
  handle: async (visit) => Response.json({ length: (await visit.body()).length, address: visit.address }),
}
let office: Office
let olga: Person
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script>look()</script><title>Earshot</title>')
  writeFileSync(join(folder, 'assets/main-AbCd1234.js'), `console.log(${JSON.stringify('x'.repeat(3_000))})`)
  office = openOffice(db, { routes, doors: () => [door], webFolder: folder })
  olga = await office.add({ name: 'Olga', isOwner: true, workspace: 'Acme' })
})

function post(body: unknown, headers: Record<string, string> = {}) {
  return office.ask(olga, 'POST', '/api/echoes', { body, headers })
}

test('what is wrong with a request is said in problem details, with the field', async () => {
  expect((await post({ text: 'hello' })).status).toBe(201)
  const cases: [unknown, object, Record<string, string>?][] = [
    ['{"text":', { status: 400, code: 'bad_json' }],
    [
      { text: 'a', wrong: 1 },
      { status: 400, code: 'unknown_field', field: 'wrong' },
    ],
    ['{"text":"a","__proto__":{"isOwner":true}}', { status: 400, code: 'unknown_field' }],
    ['{"text":"a","constructor":{}}', { status: 400, code: 'unknown_field' }],
    [{}, { status: 422, field: 'text', detail: 'text is missing.' }],
    [{ text: 7 }, { status: 422, field: 'text' }],
    [{ text: 'x'.repeat(21) }, { status: 422, field: 'text', detail: 'text must have at most 20 characters.' }],
    [
      { text: 'a', inner: { at: 'soon' } },
      { status: 422, field: 'inner.at' },
    ],
    [
      { text: 'a', either: { b: 'x', c: 1 } },
      { status: 422, field: 'either.b', detail: 'either.b must be an id.' },
    ],
    [{ text: 'nul\u0000' }, { status: 422, field: 'text' }],
    ['{"text":"half \\ud800"}', { status: 422, field: 'text' }],
    [`{"text":${'['.repeat(500)}${']'.repeat(500)}}`, { status: 400, code: 'too_deep' }],
    [{ text: 'x'.repeat(1_000_001) }, { status: 413, code: 'too_large' }],
    ['text=a', { status: 415 }, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['{"text":"a"}', { status: 415 }, { 'content-type': 'text/plain' }],
  ]
  for (const [body, expected, headers] of cases) {
    const reply = await post(body, headers)
    if (reply.status === 201) continue
    expect(reply.json).toMatchObject(expected)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.json).toMatchObject({ type: 'about:blank', status: reply.status })
  }
  expect(Object.prototype).not.toHaveProperty('isOwner')
})

test('a body without a length is cut off at the limit as well', async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
  })
  const headers = { authorization: `Bearer ${olga.key}`, 'content-type': 'application/json' }
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, headers, duplex: 'half' }
  expect((await office.http.request(`${testUrl}/api/echoes`, init)).status).toBe(413)
  expect((await office.ask(null, 'POST', '/in/key', { body: 'x'.repeat(51) })).status).toBe(413)
  expect((await office.ask(null, 'POST', '/in/key', { body: 'x'.repeat(50) })).json).toMatchObject({ length: 50 })
})

test('params, queries, methods and unknown addresses', async () => {
  const thing = newId()
  const get = (path: string) => office.ask(olga, 'GET', path)
  expect((await get(`/api/things/${thing}`)).json).toEqual({ id: thing, limit: 3 })
  expect((await get(`/api/things/${thing}?limit=5`)).json.limit).toBe(5)
  expect((await get(`/api/things/${thing}?limit=50`)).json).toMatchObject({ status: 422, field: 'limit' })
  expect((await get(`/api/things/${thing}?limit=5&limit=6`)).json).toMatchObject({ status: 400, code: 'given_twice' })
  expect((await get(`/api/things/${thing}?other=5`)).json).toMatchObject({ status: 400, field: 'other' })
  for (const odd of ['1', 'null', '%00', '..%2f..', "'%20or%201=1--", `${thing}x`, '%ff'])
    expect((await get(`/api/things/${odd}`)).status).toBe(404)
  expect((await get('/api/nothing')).json).toMatchObject({ status: 404, code: 'not_found' })
  expect((await get('/api')).status).toBe(404)
  const wrong = await office.ask(olga, 'DELETE', `/api/things/${thing}`)
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect(await office.ask(null, 'GET', '/in/key')).toMatchObject({ status: 405, json: { code: 'wrong_method' } })
  expect((await office.ask(olga, 'OPTIONS', '/api/echoes')).headers.get('allow')).toBe('OPTIONS, POST')
  const head = await office.ask(olga, 'HEAD', `/api/things/${thing}`)
  expect([head.status, head.text]).toEqual([200, ''])
})

test('asking for something never changes anything, whatever a route does', async () => {
  const reply = await office.ask(olga, 'GET', '/api/sly-marks')
  expect(reply.json).toMatchObject({ status: 500, code: 'surprise', trace: expect.stringMatching(/^\w{4}-\w{4}$/) })
  expect(reply.text).not.toMatch(/read-only|transaction|sql/i)
  const { rows } = await sql`select 1 from department where name = 'sly'`.execute(db.kysely)
  expect(rows).toEqual([])
})

test('a request sent a hundred times at once with one key is carried out once', async () => {
  const marks = async (kind: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from department where kind = ${kind}`.execute(db.kysely))
      .rows[0]!.n
  for (const [path, kind, body] of [
    ['/api/marks', 'mark', { name: 'Mark' }],
    ['/api/far-marks', 'far', undefined],
  ] as const) {
    const headers = { 'idempotency-key': `once ${path}` }
    const send = () => office.ask(olga, 'POST', path, { headers, ...(body ? { body } : {}) })
    const replies = await Promise.all(Array.from({ length: 100 }, send))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]!.status).toBe(201)
    expect(await marks(kind)).toBe(1)
    expect((await send()).text).toBe(replies[0]!.text)
  }
  const other = { headers: { 'idempotency-key': 'once /api/marks' }, body: { name: 'Other' } }
  expect((await office.ask(olga, 'POST', '/api/marks', other)).json).toMatchObject({
    status: 409,
    code: 'other_request',
  })
  const elsewhere = await office.ask(olga, 'POST', '/api/echoes', { ...other, body: { text: 'a' } })
  expect(elsewhere.status).toBe(409)
  const paul = await office.add({ name: 'Paul', isOwner: true })
  expect((await office.ask(paul, 'POST', '/api/marks', other)).status).toBe(201)
  expect(
    (await office.ask(olga, 'POST', '/api/marks', { headers: { 'idempotency-key': 'a\tb' }, body: {} })).status,
  ).toBe(400)

  const kept = await sql<{ answer: Buffer }>`select answer from idempotency`.execute(db.kysely)
  expect(kept.rows.every(({ answer }) => !answer.toString('latin1').includes('"id"'))).toBe(true)
  await sql`update idempotency set at = now() - interval '25 hours'`.execute(db.kysely)
  expect((await office.ask(olga, 'POST', '/api/marks', other)).status).toBe(201)
  expect(await marks('mark')).toBe(3)
})

test('policies are on every answer', async () => {
  const answers = await Promise.all(
    ['/api/things/x', '/api/nothing', '/api/openapi.json', '/', '/inbox/x', '/assets/main-AbCd1234.js', '/in/x'].map(
      (path) => office.ask(null, 'GET', path),
    ),
  )
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^\w{4}-\w{4}$/)
  }
  expect(answers[0]!.headers.get('cache-control')).toBe('no-store')
  const behindTls = openOffice(db, { routes, url: 'https://earshot.example' })
  const secured = await behindTls.ask(olga, 'GET', '/api/nothing')
  expect(secured.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
})

test('the built web app is served, and nothing beside it', async () => {
  const page = await office.ask(null, 'GET', '/inbox/some-address')
  expect(page.text).toContain('<title>Earshot')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}'/)
  const again = await office.ask(null, 'GET', '/', { headers: { 'if-none-match': page.headers.get('etag')! } })
  expect(again.status).toBe(304)
  const script = await office.ask(null, 'GET', '/assets/main-AbCd1234.js', { headers: { 'accept-encoding': 'gzip' } })
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(script.headers.get('content-encoding')).toBe('gzip')
  for (const path of ['/assets/none.js', '/favicon.ico', '/..%2f..%2fetc/passwd.txt', '/assets/..%5c..%5cx.js'])
    expect((await office.ask(null, 'GET', path)).status).toBe(404)
})

function planted(change: object): Route[] {
  return [{ ...routes[0]!, ...change }]
}

test('an address nobody has thought through keeps the program from starting', () => {
  expect(() => checkRoutes(planted({ right: undefined }), [])).toThrow(/POST \/api\/echoes does not say which right/)
  expect(() => checkRoutes(planted({ right: 'echo.read' }), [])).toThrow(/"echo.read", which does not exist/)
  expect(() => checkRoutes(planted({ path: '/x/:id' }), [])).toThrow(/no schema/)
  expect(() => checkRoutes([...routes, routes[0]!], [])).toThrow(/declared twice/)
  expect(() => checkRoutes([], [{ ...door, reason: '' }])).toThrow(/does not say why/)
})

test('the API is described by the schemas that check it', async () => {
  const described = (await office.ask(null, 'GET', '/api/openapi.json')).json
  expect(described.openapi).toBe('3.1.0')
  expect(described.paths['/api/things/{id}'].get.parameters.map((one: { name: string }) => one.name)).toEqual([
    'id',
    'limit',
  ])
  expect(described.paths['/api/echoes'].post.requestBody.content['application/json'].schema.required).toEqual(['text'])
  expect(described.paths['/in/{key}'].post.security).toEqual([])
})

test('too many wrong keys from one address are slowed down', async () => {
  const replies = []
  for (let n = 0; n < 320; n++) replies.push(await office.ask({ key: `ek_${'x'.repeat(43)}` }, 'GET', '/api/things/x'))
  expect(replies[0]!.json).toMatchObject({ status: 401, code: 'signed_out' })
  const { status, headers } = replies.at(-1)!
  expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true])
})

test.skipIf(!sharedDir)(
  'shared samples of JSON: broken is 400, whole is 201, nothing else (needs the shared folder)',
  async () => {
    const samples = inShared('hostile/json-parsing-sample')
    const headers = { authorization: `Bearer ${olga.key}`, 'content-type': 'application/json' }
    for (const name of readdirSync(samples).filter((one) => one.endsWith('.json'))) {
      const body = readFileSync(join(samples, name))
      const { status } = await office.http.request(`${testUrl}/api/echoes`, { method: 'POST', headers, body })
      // What is JSON here is no echo: another shape, or a text that cannot be kept.
      expect([name, status]).toEqual([name, name.startsWith('n_') ? 400 : expect.toBeOneOf([400, 422])])
    }
  },
)
