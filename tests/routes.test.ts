import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightName } from '../contract/team.ts'
import type { Route } from '../server/access/route.ts'
import type { Who } from '../server/access/who.ts'
import { inWorkspace } from '../server/db/workspace.ts'
import { newId } from '../server/lib/id.ts'
import { testDatabase } from './database.ts'
import type { Person, Reply } from './office.ts'
import { inShared, sharedDir } from './shared-dir.ts'
import { fill, hasIds, idOf, named, nounOf } from './sweep/address-of.ts'
import { dumpStore } from './sweep/dump-store.ts'
import { exampleOf, placesOf, propertiesOf, type IdPlace } from './sweep/example-of.ts'
import { aSweepWorld, type SweepWorld } from './sweep/sweep-world.ts'

/*
 * Every declared route, asked by everybody who has no business there. It works from the list itself, so that a new
 * route is swept by being declared; a new kind of id has to be furnished in `sweep/sweep-world.ts`.
 */
const db = await testDatabase(12)
type Counted = { n: number }
type Left = { workspace: string | null; role: string }
let world: SweepWorld
let routes: Route[]
beforeAll(async () => {
  world = await aSweepWorld(db)
  routes = world.routes.filter((route) => !route.stream)
}, 60_000)
afterAll(() => world.hub.close())

/** What lies in a department, and so is not there for an agent of another one. */
const ofDepartments = new Set([
  'conversations',
  'topics',
  'posts',
  'replies',
  'people',
  'shelved-posts',
  'refiner-proposals',
])

function send(person: Person | null, route: Route, path: string, body?: unknown): Promise<Reply> {
  const sent = body ?? (route.body ? exampleOf(route.body, newId()) : undefined)
  return world.office.ask(person, route.method, path, route.method === 'GET' ? {} : { body: sent })
}

test('nobody, and a revoked key, get the same 401 from every route', async () => {
  const before = await dumpStore(db)
  for (const route of routes) {
    for (const person of [null, world.revoked]) {
      const reply = await send(person, route, fill(route, idOf(world.acme, route)))
      expect([named(route), reply.status, reply.json?.code]).toEqual([named(route), 401, 'signed_out'])
    }
  }
  expect(await dumpStore(db)).toEqual(before)
}, 60_000)

test('what is not yours is answered as what is not there, and nothing is written', async () => {
  const before = await dumpStore(db)
  let asked = 0
  for (const route of routes.filter(hasIds)) {
    const things = idOf(world.acme, route)
    const askers = [world.other.owner, ...(ofDepartments.has(nounOf(route)) ? [world.service] : [])]
    for (const person of askers) {
      const foreign = await send(person, route, fill(route, things))
      const missing = await send(
        person,
        route,
        fill(route, () => newId()),
      )
      const odd = await send(
        person,
        route,
        fill(route, () => 'no-id'),
      )
      expect([named(route), foreign.status, foreign.text]).toEqual([named(route), missing.status, missing.text])
      expect([named(route), [403, 404].includes(foreign.status)]).toEqual([named(route), true])
      expect([named(route), odd.status]).toEqual([named(route), foreign.status])
      asked += 3
    }
  }
  expect(await dumpStore(db)).toEqual(before)
  expect(asked).toBeGreaterThan(100)
}, 120_000)

test('an agent is refused every route that their grants do not cover', async () => {
  const before = await dumpStore(db)
  const own = (await world.service.who()).rights
  const beyond = routes.filter((route) => route.right !== 'colleague' && !own.has(route.right))
  expect(beyond.length).toBeGreaterThan(10)
  for (const route of beyond) {
    const reply = await send(world.service, route, fill(route, idOf(world.acme, route)))
    expect([named(route), reply.status, reply.json?.code]).toEqual([named(route), 403, 'forbidden'])
  }
  expect(await dumpStore(db)).toEqual(before)
}, 60_000)

test('lists, counts and searches show nothing of another department or workspace', async () => {
  const lists = routes.filter((route) => route.method === 'GET' && !hasIds(route))
  const foreignIds = Object.values(world.acme.ids)
  const privateIds = Object.entries(world.acme.ids).flatMap(([noun, id]) => (ofDepartments.has(noun) ? [id] : []))
  const seesOwn: string[] = []
  for (const route of lists) {
    const filters = route.query ? propertiesOf(route.query) : []
    const addresses = [
      `/api${route.path}`,
      ...filters
        .filter((one) => one.takesId)
        .flatMap((one) => foreignIds.map((id) => `/api${route.path}?${one.name}=${id}`)),
      ...filters.filter((one) => one.takesText).map((one) => `/api${route.path}?${one.name}=${world.acme.mark}`),
    ]
    for (const address of addresses) {
      const [ofOther, ofService] = await Promise.all(
        [world.other.owner, world.service].map((person) => world.office.ask(person, 'GET', address)),
      )
      for (const [reply, hidden] of [
        [ofOther!, [world.acme.mark, ...foreignIds]],
        [ofService!, ofDepartmentsOnly(privateIds)],
      ] as const) {
        expect([address, reply.status < 500]).toEqual([address, true])
        const shown = address.includes('?') ? hidden.filter((one) => !address.includes(one)) : hidden
        expect([address, shown.filter((one) => reply.text.includes(one))]).toEqual([address, []])
      }
    }
    const own = await world.office.ask(world.acme.owner, 'GET', `/api${route.path}`)
    if (own.text.includes(world.acme.mark)) seesOwn.push(route.path)
  }
  expect(seesOwn).toEqual(expect.arrayContaining(['/conversations', '/topics', '/channels', '/invitations', '/keys']))
}, 120_000)

/** Texts of the department's own things; names of channels and colleagues are for everybody. */
function ofDepartmentsOnly(ids: readonly string[]): string[] {
  const { mark } = world.acme
  return [...ids, `Topic ${mark}`, `Author ${mark}`, `@${mark}`, `Note ${mark}`, `${mark} acme`]
}

test('asking changes nothing: every GET by the owner, with the store before and after', async () => {
  const before = await dumpStore(db)
  const answered: string[] = []
  for (const route of routes.filter((one) => one.method === 'GET')) {
    const reply = await send(world.acme.owner, route, fill(route, idOf(world.acme, route)))
    expect([named(route), [200, 404].includes(reply.status)]).toEqual([named(route), true])
    if (reply.status === 200) answered.push(route.path)
  }
  const shown = ['conversations', 'topics', 'channels', 'colleagues', 'departments'].map((noun) => `/${noun}/:id`)
  expect(answered).toEqual(expect.arrayContaining(shown))
  expect(await dumpStore(db)).toEqual(before)
}, 60_000)

test('keys that nobody asked for are refused in every body', async () => {
  const before = await dumpStore(db)
  const planted = ['workspaceId', 'workspace_id', 'role', 'isOwner', 'createdBy', '__proto__', 'constructor']
  for (const route of routes.filter((one) => one.method !== 'GET')) {
    const isOpen = route.path === '/me/preferences'
    const base = route.body ? exampleOf(route.body, newId()) : {}
    if (typeof base !== 'object' || base === null) throw new Error(`${named(route)} takes no object`)
    for (const key of isOpen ? planted.slice(-2) : planted) {
      const path = fill(route, idOf(world.acme, route))
      const text = `{${JSON.stringify(key)}:{"isOwner":true},${JSON.stringify(base).slice(1)}`.replace(',}', '}')
      const reply = await send(world.acme.owner, route, path, text)
      expect([named(route), key, reply.status, reply.json?.field]).toEqual([named(route), key, 400, key])
    }
  }
  expect(await dumpStore(db)).toEqual(before)
  expect(Object.prototype).not.toHaveProperty('isOwner')
}, 60_000)

test('ids of another workspace inside a body are refused', async () => {
  const foreign = Object.entries(world.other.ids)
  for (const route of routes.filter((one) => one.body)) {
    const place = newId()
    const body = exampleOf(route.body!, place, true)
    for (const at of placesOf(body, place)) {
      for (const [noun, id] of foreign) {
        const reply = await send(
          world.acme.owner,
          route,
          fill(route, () => newId()),
          withId(body, at, id),
        )
        const told = `${named(route)} ${at.join('.')} = ${noun}`
        expect([told, reply.status >= 400 && reply.status < 500]).toEqual([told, true])
      }
    }
  }
}, 120_000)

function withId(body: unknown, [key, ...rest]: IdPlace, id: string): unknown {
  if (key === undefined) return id
  if (Array.isArray(body))
    return body.map((one, index) => (String(index) === String(key) ? withId(one, rest, id) : one))
  const inner: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...inner, [key]: withId(inner[key], rest, id) }
}

test.skipIf(!sharedDir)(
  'hostile texts in filters give no fault and no rows (needs the shared folder)',
  async () => {
    const texts = hostileTexts()
    const before = await countConversations()
    for (const route of routes.filter((one) => one.method === 'GET' && !hasIds(one) && one.query)) {
      for (const { name } of propertiesOf(route.query!)) {
        const addresses = texts.map((text) => `/api${route.path}?${name}=${encodeURIComponent(text)}`)
        const replies = await Promise.all(
          addresses.map((address) => world.office.ask(world.acme.owner, 'GET', address)),
        )
        expect(addresses.filter((_, index) => replies[index]!.status >= 500)).toEqual([])
      }
    }
    expect(await countConversations()).toBe(before)
  },
  120_000,
)

/** A part of the shared samples: texts that broke others, and injections. */
function hostileTexts(): string[] {
  const naughty: string[] = JSON.parse(readFileSync(inShared('hostile/naughty-strings/blns.json'), 'utf8'))
  const injections = readFileSync(inShared('hostile/sql-injection-sample/payloads.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).payload)
  const some = [...naughty, ...injections].filter((_, index) => index % 8 === 0)
  return [...some, '\u0000', '%00', "'", '\\', '💥'.repeat(400)].map((text) => text.toWellFormed())
}

async function countConversations(): Promise<number> {
  return (await world.office.ask(world.acme.owner, 'GET', '/api/conversations')).json.items.length
}

/** A policy that says yes to everybody. */
function everything(who: Who): Who {
  const departments = new Set(Object.values(world.acme.ids))
  return { ...who, isOwner: true, rights: new Set(rightName.options), departmentIds: departments, leads: departments }
}

test('the second lock: with a policy that says yes to everything, the store still shows nothing of others', async () => {
  const ownDb = await testDatabase(4)
  const widened = await aSweepWorld(ownDb, everything)
  const before = await dumpStore(ownDb, widened.acme.world.workspaceId)
  const { acme, other, office } = widened
  for (const route of widened.routes.filter((one) => !one.stream)) {
    const path = fill(route, idOf(acme, route))
    const body = route.body ? exampleOf(route.body, newId()) : undefined
    const reply = await office.ask(other.owner, route.method, path, route.method === 'GET' ? {} : { body })
    const shown = [acme.mark, ...Object.values(acme.ids)].filter((one) => reply.text.includes(one))
    expect([named(route), shown]).toEqual([named(route), []])
    if (hasIds(route)) expect([named(route), reply.status]).toEqual([named(route), 404])
  }
  widened.hub.close()
  expect(await dumpStore(ownDb, acme.world.workspaceId)).toEqual(before)
}, 120_000)

test('a workspace transaction sees and writes one workspace, and leaves nothing on the connection', async () => {
  const [mine, theirs] = [world.acme.world.workspaceId, world.other.world.workspaceId]
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`.execute(db.kysely)
  expect(tables.rows.length).toBeGreaterThan(35)
  await inWorkspace(db, mine, async (tx) => {
    for (const { name } of tables.rows) {
      // Partitions are read through their table alone.
      if (/^post_\d{4}_\d\d$/.test(name)) continue
      const seen =
        await sql<Counted>`select count(*)::int as n from ${sql.table(name)} where workspace_id = ${theirs}`.execute(tx)
      expect([name, seen.rows[0]?.n]).toEqual([name, 0])
    }
    const { rows } = await sql<
      Record<'bypass', boolean>
    >`select rolbypassrls or rolsuper as bypass from pg_roles where rolname = current_user`.execute(tx)
    expect(rows).toEqual([{ bypass: false }])
  })
  const planting = inWorkspace(db, mine, (tx) =>
    tx.insertInto('department').values({ workspaceId: theirs, id: newId(), kind: 'x', name: 'Planted' }).execute(),
  )
  await expect(planting).rejects.toThrow(/row-level security/)
  for (let n = 0; n < 12; n++) {
    const left =
      await sql<Left>`select current_setting('earshot.workspace', true) as workspace, current_setting('role') as role`.execute(
        db.kysely,
      )
    expect(left.rows[0]).toEqual({ workspace: expect.toBeOneOf([null, '']), role: 'none' })
  }
})
