import { createParser } from 'eventsource-parser'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { openOffice, testUrl, type Office, type Person } from '../../tests/office.ts'
import { accessRoutes } from '../access/routes.ts'
import { hearWakes } from '../db/hear-wakes.ts'
import { inWorkspace } from '../db/workspace.ts'
import { record } from '../events.ts'
import { newId } from '../lib/id.ts'
import { openLiveHub } from './live.ts'

const db = await testDatabase(20)
const hub = openLiveHub(db, pino({ level: 'silent' }))
const wakes = hearWakes(db.connection, hub.hear)
let office: Office
let olga: Person
let service: Person
let sales: Person
let stranger: Person
let place: { serviceId: string; salesId: string; channelId: string; personId: string }

beforeAll(async () => {
  office = openOffice(db, { routes: [...accessRoutes, hub.route] })
  olga = await office.add({ name: 'Olga', isOwner: true, workspace: 'Acme' })
  service = await office.add({ name: 'Sue', workspace: 'Acme', departments: ['Service'] })
  sales = await office.add({ name: 'Sal', workspace: 'Acme', departments: ['Sales'] })
  stranger = await office.add({ name: 'Stan', isOwner: true, workspace: 'Other' })
  place = await furnish()
})
afterAll(async () => {
  hub.close()
  await wakes.close()
})

async function furnish() {
  const { workspaceId } = olga
  return inWorkspace(db, workspaceId, async (tx) => {
    const departments = await tx.selectFrom('department').select(['id', 'kind']).execute()
    const idOf = (kind: string) => departments.find((one) => one.kind === kind)!.id
    const channelId = newId()
    const channel = {
      workspaceId,
      id: channelId,
      kind: 'inbound',
      name: 'In',
      idSpace: channelId,
      settings: Buffer.alloc(0),
    }
    await tx
      .insertInto('channel')
      .values({
        ...channel,
        accountUrl: null,
        cursor: null,
        doorKeyHash: null,
        lastHeardAt: null,
        departmentId: null,
        removedAt: null,
      })
      .execute()
    const personId = newId()
    await sql`insert into person (workspace_id, id, name) values (${workspaceId}, ${personId}, 'Pat')`.execute(tx)
    return { serviceId: idOf('service'), salesId: idOf('sales'), channelId, personId }
  })
}

/** A conversation of this department, and the event of something in it. */
async function happen(departmentId: string, wait?: Promise<void>): Promise<string> {
  const { workspaceId } = olga
  const conversationId = newId()
  await inWorkspace(db, workspaceId, async (tx) => {
    await sql`insert into conversation (workspace_id, id, channel_id, id_space, thread_key, person_id, turn, department_id, last_activity_at)
      values (${workspaceId}, ${conversationId}, ${place.channelId}, ${place.channelId}, ${newId()}, ${place.personId}, 'ours', ${departmentId}, now())`.execute(
      tx,
    )
    await note(tx, conversationId)
    await wait
  })
  return conversationId
}

type Transaction = Parameters<Parameters<typeof inWorkspace>[2]>[0]
const note = (tx: Transaction, conversationId: string) =>
  record(tx, olga.workspaceId, { name: 'note.added', conversationId, details: { messageId: newId() } })

interface Page {
  heard: { name: string; conversationId: string | null }[]
  gaps: number
  lastId: string
  isOpen: boolean
  leave: () => void
}

/** A page begins behind what is settled; an older transaction open anywhere on the server holds that back for a while. */
async function whenSettled(): Promise<void> {
  const open = sql`select 1 from event where txid >= pg_snapshot_xmin(pg_current_snapshot())`
  await vi.waitFor(
    async () => expect((await inWorkspace(db, olga.workspaceId, (tx) => open.execute(tx))).rows).toEqual([]),
    { timeout: 20_000 },
  )
}

/** Opens a live page and reads it in the background. */
async function openPage(person: Person, lastEventId?: string): Promise<Page> {
  if (lastEventId === undefined) await whenSettled()
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const response = await office.http.request(`${testUrl}/api/live`, {
    signal: stop.signal,
    headers: {
      authorization: `Bearer ${person.key}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const page: Page = { heard: [], gaps: 0, lastId: '', isOpen: true, leave: () => stop.abort() }
  let isReady = false
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      page.lastId = id ?? page.lastId
      if (event === 'gap') page.gaps++
      else if (event === 'here') isReady = true
      else page.heard.push(JSON.parse(data))
    },
  })
  const decoder = new TextDecoder()
  const read = async () => {
    for await (const part of response.body!) parser.feed(decoder.decode(part, { stream: true }))
  }
  void read().finally(() => (page.isOpen = false))
  await vi.waitFor(() => expect(isReady).toBe(true))
  return page
}

test('everybody hears of what they may read, and of nothing else', async () => {
  const pages = await Promise.all([olga, service, sales, stranger].map((person) => openPage(person)))
  const one = await happen(place.serviceId)
  const two = await happen(place.salesId)
  await inWorkspace(db, olga.workspaceId, async (tx) => {
    await record(tx, olga.workspaceId, { name: 'rule.changed', subjectId: newId(), details: {} })
    await record(tx, olga.workspaceId, { name: 'workspace.changed', subjectId: olga.workspaceId, details: {} })
  })
  await vi.waitFor(() => expect(pages[2]!.heard).toHaveLength(2), { timeout: 4_000 })
  const [ofOlga, ofService, ofSales, ofStranger] = pages.map(({ heard }) =>
    heard.map((event) => event.conversationId ?? event.name),
  )
  expect(ofOlga).toEqual([one, two, 'rule.changed', 'workspace.changed'])
  expect(ofService).toEqual([one, 'workspace.changed'])
  expect(ofSales).toEqual([two, 'workspace.changed'])
  expect(ofStranger).toEqual([])
})

test('whoever had a conversation hears that it was handed on', async () => {
  const page = await openPage(service)
  const mine = await happen(place.serviceId)
  await inWorkspace(db, olga.workspaceId, async (tx) => {
    await tx.updateTable('conversation').set({ departmentId: place.salesId }).where('id', '=', mine).execute()
    const from = { assigneeId: null, departmentId: place.serviceId }
    const details = { assigneeId: null, departmentId: place.salesId, from, reason: '' }
    await record(tx, olga.workspaceId, { name: 'conversation.assigned', conversationId: mine, details })
  })
  await inWorkspace(db, olga.workspaceId, (tx) => note(tx, mine))
  const other = await happen(place.serviceId)
  await vi.waitFor(() => expect(page.heard.at(-1)?.conversationId).toBe(other), { timeout: 4_000 })
  expect(page.heard.map(({ name }) => name)).toContain('conversation.assigned')
  expect(
    page.heard.filter(({ conversationId, name }) => conversationId === mine && name === 'note.added').length,
  ).toBeLessThan(2)
})

test('a page that was away goes on where it was, with nothing lost and nothing twice', async () => {
  const first = await openPage(olga)
  const before = await happen(place.serviceId)
  await vi.waitFor(() => expect(first.heard).toHaveLength(1), { timeout: 4_000 })
  first.leave()
  const missed = [await happen(place.serviceId), await happen(place.salesId)]
  const again = await openPage(olga, first.lastId)
  const later = await happen(place.serviceId)
  await vi.waitFor(() => expect(again.heard).toHaveLength(3), { timeout: 4_000 })
  expect(again.heard.map((event) => event.conversationId)).toEqual([...missed, later])
  expect(again.heard.some((event) => event.conversationId === before)).toBe(false)
  const lost = await openPage(olga, 'nonsense')
  expect(lost.gaps).toBe(0)
})

test('an event of a transaction that ends late is not skipped', async () => {
  const page = await openPage(olga)
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const slow = happen(place.serviceId, held)
  const quick = await happen(place.serviceId)
  expect(page.heard).toEqual([])
  release()
  const late = await slow
  await vi.waitFor(() => expect(page.heard).toHaveLength(2), { timeout: 4_000 })
  expect(new Set(page.heard.map((event) => event.conversationId))).toEqual(new Set([late, quick]))
})

test('a page closes within five seconds when its person has left or its key is revoked', async () => {
  const leaver = await office.add({ name: 'Lea', workspace: 'Acme', departments: ['Service'] })
  const holder = await office.add({ name: 'Kay', workspace: 'Acme', departments: ['Service'] })
  const [ofLeaver, ofHolder, ofOlga] = await Promise.all([openPage(leaver), openPage(holder), openPage(olga)])
  expect((await office.ask(olga, 'DELETE', `/api/colleagues/${leaver.colleagueId}`)).status).toBe(204)
  await vi.waitFor(() => expect(ofLeaver.isOpen).toBe(false), { timeout: 5_000 })
  await sql`update api_key set revoked_at = now() where colleague_id = ${holder.colleagueId}`.execute(db.kysely)
  await vi.waitFor(() => expect(ofHolder.isOpen).toBe(false), { timeout: 5_000 })
  expect(ofOlga.isOpen).toBe(true)
})

test('changed grants change what is heard at once', async () => {
  const mover = await office.add({ name: 'Moe', workspace: 'Acme', departments: ['Service'] })
  const page = await openPage(mover)
  const grants = { bundle: 'agent', departmentIds: [place.salesId] }
  expect((await office.ask(olga, 'PUT', `/api/colleagues/${mover.colleagueId}/grants`, { body: grants })).status).toBe(
    200,
  )
  const hidden = await happen(place.serviceId)
  const shown = await happen(place.salesId)
  await vi.waitFor(() => expect(page.heard.at(-1)?.conversationId).toBe(shown), { timeout: 4_000 })
  expect(page.heard.some((event) => event.conversationId === hidden)).toBe(false)
})
