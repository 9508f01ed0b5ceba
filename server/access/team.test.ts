import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { aChannel, aConversation, type World } from '../../tests/factories.ts'
import { openOffice, testPassword, type Office, type Person } from '../../tests/office.ts'
import { inWorkspace } from '../db/workspace.ts'
import { invitationDoors } from './invitation-doors.ts'
import { accessRoutes } from './routes.ts'
import { openSetUp, setUp } from './set-up.ts'
import { signInDoors } from './sign-in-doors.ts'

const db = await testDatabase(12)
let office: Office
let olga: Person

beforeAll(async () => {
  office = openOffice(db, {
    routes: accessRoutes,
    doors: (signIn) => [...signInDoors(signIn), ...invitationDoors(signIn)],
  })
  const token = await openSetUp(db)
  const passwordHash = await office.signIn.signIn.hashPassword(testPassword)
  const asked = { token: token ?? '', workspace: 'First', name: 'Fay', email: 'fay@example.org', passwordHash }
  const made = await Promise.allSettled([1, 2, 3, 4].map((n) => setUp(db, { ...asked, email: `fay${n}@example.org` })))
  expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  olga = await office.add({ name: 'Olga', isOwner: true, workspace: 'Acme' })
})

async function invited(body: object): Promise<string> {
  const made = await office.ask(olga, 'POST', '/api/invitations', { body: { bundle: 'admin', ...body } })
  return `/api/offers/${new URL(made.json.link).searchParams.get('token')}`
}

test('an invitation is taken once, however many try at the same time', async () => {
  const offer = await invited({ name: 'Ines', email: 'ines@example.org' })
  const accept = () => office.ask(null, 'POST', `${offer}/acceptances`, { body: { password: testPassword } })
  const replies = await Promise.all([accept(), accept(), accept(), accept(), accept()])
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404, 404, 404, 404])
  const { items } = (await office.ask(olga, 'GET', '/api/colleagues')).json
  expect(items.filter((one: { name: string }) => one.name === 'Ines')).toHaveLength(1)
})

test('an invitation dies when it is taken back, when a newer one is made, and when its giver may not give it any more', async () => {
  const first = await invited({ name: 'Ida', email: 'ida@example.org' })
  const second = await invited({ name: 'Ida', email: 'ida@example.org' })
  expect((await office.ask(null, 'GET', first)).status).toBe(404)
  const { items } = (await office.ask(olga, 'GET', '/api/invitations')).json
  const ida = items.find((one: { name: string }) => one.name === 'Ida')
  expect((await office.ask(olga, 'DELETE', `/api/invitations/${ida.id}`)).status).toBe(204)
  expect((await office.ask(null, 'GET', second)).status).toBe(404)

  const adam = await office.add({ name: 'Adam', isOwner: true, workspace: 'Acme' })
  const made = await office.ask(adam, 'POST', '/api/invitations', {
    body: { name: 'Ivo', email: 'ivo@example.org', bundle: 'owner' },
  })
  const third = `/api/offers/${new URL(made.json.link).searchParams.get('token')}`
  const lowered = { bundle: 'admin', departmentIds: [] }
  expect((await office.ask(olga, 'PUT', `/api/colleagues/${adam.colleagueId}/grants`, { body: lowered })).status).toBe(
    200,
  )
  const body = { password: testPassword }
  expect((await office.ask(null, 'POST', `${third}/acceptances`, { body })).status).toBe(404)
})

test('an invitation never takes an account over: its own password is asked', async () => {
  const offer = await invited({ name: 'Not Fay', email: 'otto@example.org' })
  await office.add({ name: 'Otto', email: 'otto@example.org', isOwner: true, workspace: 'Ottos' })
  const wrong = await office.ask(null, 'POST', `${offer}/acceptances`, { body: { password: 'a password of my own' } })
  expect(wrong.json).toMatchObject({ status: 422, field: 'password' })
  expect(wrong.headers.getSetCookie()).toEqual([])
  const right = await office.ask(null, 'POST', `${offer}/acceptances`, { body: { password: testPassword } })
  expect(right.status).toBe(201)
})

test('two owners who demote each other at once leave one of them', async () => {
  const [one, two] = [
    await office.add({ name: 'One', isOwner: true, workspace: 'Pair' }),
    await office.add({ name: 'Two', isOwner: true, workspace: 'Pair' }),
  ]
  const demote = (by: Person, whom: Person) =>
    office.ask(by, 'PUT', `/api/colleagues/${whom.colleagueId}/grants`, {
      body: { bundle: 'admin', departmentIds: [] },
    })
  const replies = await Promise.all([demote(one, two), demote(two, one)])
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).not.toEqual([200, 200])
  const { items } = (await office.ask(one, 'GET', '/api/colleagues')).json
  const bundles = items.flatMap((each: { grants: { bundle: string }[] }) => each.grants.map((grant) => grant.bundle))
  expect(bundles).toContain('owner')
})

test('grants change what a key may do from the next request on, and a revoked key is dead', async () => {
  const kim = await office.add({ name: 'Kim', isOwner: true, workspace: 'Acme' })
  expect((await office.ask(kim, 'GET', '/api/keys')).status).toBe(200)
  const { json: departments } = await office.ask(kim, 'GET', '/api/me')
  expect(departments.rights).toContain('conversation.read')
  const ids = await inWorkspace(db, olga.workspaceId, (tx) =>
    tx.selectFrom('department').select('id').limit(2).execute(),
  )
  const agent = { bundle: 'agent', departmentIds: ids.map(({ id }) => id) }
  await office.ask(olga, 'PUT', `/api/colleagues/${kim.colleagueId}/grants`, { body: agent })
  expect((await office.ask(kim, 'GET', '/api/keys')).json).toMatchObject({ status: 403, code: 'forbidden' })
  const nowhere = { bundle: 'lead', departmentIds: [] }
  const refused = await office.ask(olga, 'PUT', `/api/colleagues/${kim.colleagueId}/grants`, { body: nowhere })
  expect(refused.json).toMatchObject({ status: 422, field: 'departmentIds' })

  const made = (await office.ask(olga, 'POST', '/api/keys', { body: { name: 'script' } })).json
  expect((await office.ask(made, 'GET', '/api/me')).json.colleague.name).toBe('Olga')
  expect((await office.ask(olga, 'GET', '/api/keys')).text).not.toContain(made.key)
  expect((await office.ask(olga, 'DELETE', `/api/keys/${made.id}`)).status).toBe(204)
  expect((await office.ask(made, 'GET', '/api/me')).status).toBe(401)
})

test('what was assigned to somebody who leaves waits for nobody: it goes back to its department', async () => {
  const lea = await office.add({ name: 'Lea', workspace: 'Acme', departments: ['Service'] })
  const world = await worldOf(olga)
  const { id } = await aConversation(world)
  await world.inside((tx) =>
    tx.updateTable('conversation').set({ assigneeId: lea.colleagueId }).where('id', '=', id).execute(),
  )
  expect((await office.ask(olga, 'DELETE', `/api/colleagues/${lea.colleagueId}`)).status).toBe(204)
  const [after, events] = await world.inside(async (tx) => [
    await tx.selectFrom('conversation').select('assigneeId').where('id', '=', id).executeTakeFirstOrThrow(),
    await tx.selectFrom('event').select('name').where('conversationId', '=', id).orderBy('id').execute(),
  ])
  expect(after.assigneeId).toBeNull()
  expect(events.at(-1)?.name).toBe('conversation.assigned')
})

async function worldOf(person: Person): Promise<World> {
  const { workspaceId } = person
  const inside: World['inside'] = (work) => inWorkspace(db, workspaceId, work)
  const channel = await inside((tx) => aChannel(tx, workspaceId))
  return { db, workspaceId, owner: await person.who(), departments: new Map(), ...channel, inside }
}

test('preferences are kept for oneself, one by one, and not without end', async () => {
  const put = (body: object) => office.ask(olga, 'PUT', '/api/me/preferences', { body })
  await put({ look: { theme: 'dark' }, keys: true })
  expect((await put({ keys: null, density: 'close' })).json).toEqual({ look: { theme: 'dark' }, density: 'close' })
  expect((await put({ much: 'x'.repeat(30_000) })).status).toBe(422)
  expect((await office.ask(olga, 'GET', '/api/me')).json.preferences).toEqual({
    look: { theme: 'dark' },
    density: 'close',
  })
})
