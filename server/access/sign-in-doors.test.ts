import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { openOffice, testPassword, testUrl, type Office } from '../../tests/office.ts'
import { invitationDoors } from './invitation-doors.ts'
import { accessRoutes } from './routes.ts'
import { openSetUp } from './set-up.ts'
import { signInDoors } from './sign-in-doors.ts'

const db = await testDatabase()
let office: Office

beforeAll(() => {
  office = openOffice(db, {
    routes: accessRoutes,
    doors: (signIn) => [...signInDoors(signIn), ...invitationDoors(signIn)],
  })
})

const owner = { workspace: 'Acme', name: 'Olga', email: 'olga@example.org', password: testPassword }

/** The cookie header a browser would send after this answer. */
function cookiesOf(headers: Headers): Record<string, string> {
  return {
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  }
}

test('from the first visit to the second colleague', async () => {
  expect((await office.ask(null, 'GET', '/api/door')).json).toEqual({ state: 'empty' })
  const early = await office.ask(null, 'POST', '/api/setups', { body: { ...owner, token: 'setup_guess' } })
  expect(early.status).toBe(404)

  const lost = await openSetUp(db)
  const token = await openSetUp(db)
  expect((await office.ask(null, 'POST', '/api/setups', { body: { ...owner, token: lost } })).status).toBe(404)
  const made = await office.ask(null, 'POST', '/api/setups', { body: { ...owner, token } })
  expect(made.json).toEqual({ state: 'signed_in' })
  for (const cookie of made.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i)
  const session = cookiesOf(made.headers)
  expect((await office.ask(null, 'GET', '/api/door', { headers: session })).json).toEqual({ state: 'signed_in' })
  expect((await office.ask(null, 'POST', '/api/setups', { body: { ...owner, token } })).status).toBe(404)
  expect(await openSetUp(db)).toBeNull()

  const me = await office.ask(null, 'GET', '/api/me', { headers: session })
  expect(me.json).toMatchObject({ colleague: { name: 'Olga' }, workspace: { name: 'Acme' }, demo: false })
  expect(me.headers.get('cache-control')).toBe('no-store')

  const invited = await office.ask(null, 'POST', '/api/invitations', {
    headers: session,
    body: { email: 'Adam@example.org', name: 'Adam', bundle: 'admin' },
  })
  expect(invited.status).toBe(201)
  const link = new URL(invited.json.link)
  const offer = `/api/offers/${link.searchParams.get('token')}`
  expect((await office.ask(null, 'GET', offer)).json).toEqual({
    workspace: 'Acme',
    name: 'Adam',
    email: 'adam@example.org',
  })
  const accepted = await office.ask(null, 'POST', `${offer}/acceptances`, { body: { password: testPassword } })
  expect(accepted.status).toBe(201)
  expect((await office.ask(null, 'POST', `${offer}/acceptances`, { body: { password: testPassword } })).status).toBe(
    404,
  )
  const adam = cookiesOf(accepted.headers)
  const rights = (await office.ask(null, 'GET', '/api/me', { headers: adam })).json.rights
  expect(rights).toContain('team.change')
  expect(rights).not.toContain('conversation.read')

  const colleagues = (await office.ask(null, 'GET', '/api/colleagues', { headers: adam })).json.items
  const olga = colleagues.find((one: { name: string }) => one.name === 'Olga')
  expect((await office.ask(null, 'DELETE', `/api/colleagues/${olga.id}`, { headers: adam })).status).toBe(403)
  const above = { email: 'x@example.org', name: 'X', bundle: 'owner' }
  expect((await office.ask(null, 'POST', '/api/invitations', { headers: adam, body: above })).status).toBe(403)
  const last = await office.ask(null, 'DELETE', `/api/colleagues/${olga.id}`, { headers: session })
  expect(last.json).toMatchObject({ status: 409, code: 'last_owner' })

  const self = colleagues.find((one: { name: string }) => one.name === 'Adam')
  expect((await office.ask(null, 'DELETE', `/api/colleagues/${self.id}`, { headers: session })).status).toBe(204)
  expect((await office.ask(null, 'GET', '/api/me', { headers: adam })).status).toBe(401)
  expect((await office.ask(null, 'GET', '/api/door', { headers: adam })).json).toEqual({ state: 'signed_out' })
})

test('a changed password ends every other session', async () => {
  const sam = await office.add({ name: 'Sam', isOwner: true, workspace: 'Sam and sons' })
  const enter = () => office.ask(null, 'POST', '/api/sessions', { body: { email: sam.email, password: testPassword } })
  const [here, there] = [cookiesOf((await enter()).headers), cookiesOf((await enter()).headers)]
  const wrong = await office.ask(null, 'PUT', '/api/me/password', {
    headers: here,
    body: { current: 'not my password', next: 'another long password' },
  })
  expect(wrong.json).toMatchObject({ status: 422, field: 'current' })
  const changed = await office.ask(null, 'PUT', '/api/me/password', {
    headers: here,
    body: { current: testPassword, next: 'another long password' },
  })
  expect(changed.status).toBe(200)
  expect((await office.ask(null, 'GET', '/api/me', { headers: there })).status).toBe(401)
  expect((await office.ask(null, 'GET', '/api/me', { headers: here })).status).toBe(401)
  const now = cookiesOf(changed.headers)
  expect((await office.ask(null, 'GET', '/api/me', { headers: now })).status).toBe(200)
  expect((await office.ask(null, 'DELETE', '/api/sessions', { headers: now })).json).toEqual({ state: 'signed_out' })
  expect((await office.ask(null, 'GET', '/api/me', { headers: now })).status).toBe(401)
  expect((await enter()).status).toBe(401)
})

test('guessing is slowed for strangers, while a known browser still gets in', async () => {
  const rita = await office.add({ name: 'Rita', isOwner: true, workspace: 'Ritas' })
  const enter = (password: string, headers: Record<string, string> = {}) =>
    office.ask(null, 'POST', '/api/sessions', { body: { email: rita.email, password }, headers })
  const known = cookiesOf((await enter(testPassword)).headers)
  const unknown = await office.ask(null, 'POST', '/api/sessions', {
    body: { email: 'nobody@example.org', password: 'wrong wrong wrong' },
  })
  const tries = []
  for (let n = 0; n < 12; n++) tries.push(await enter(`wrong password ${n}`))
  expect(tries[0]!.text).toBe(unknown.text)
  expect(tries[0]!.status).toBe(401)
  expect(tries.at(-1)!.status).toBe(429)
  expect(Number(tries.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await enter(testPassword)).status).toBe(429)
  expect((await enter(testPassword, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429)
  expect((await enter(testPassword, known)).status).toBe(201)
})

test('the doors of sign-in are closed to pages of other addresses', async () => {
  const body = { email: 'olga@example.org', password: testPassword }
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    const refused = await office.ask(null, 'POST', '/api/sessions', { body, headers })
    expect(refused.json).toMatchObject({ status: 403, code: 'other_origin' })
    expect(refused.headers.getSetCookie()).toEqual([])
  }
  const own = { origin: testUrl, 'sec-fetch-site': 'same-origin' }
  expect((await office.ask(null, 'POST', '/api/sessions', { body, headers: own })).status).toBe(201)
})

test('a forged, foreign or doctored cookie is nobody', async () => {
  const entered = await office.ask(null, 'POST', '/api/sessions', {
    body: { email: 'olga@example.org', password: testPassword },
  })
  const cookie = cookiesOf(entered.headers)['cookie']!
  const forged = [
    cookie.replace(/(session_token=\w{4})./, '$1x'),
    cookie.replace(/\.[\w%+/=-]+;?/, ''),
    'earshot.session_token=x',
    'earshot.session_token=%E0%A4%A',
    'earshot.session_token=',
  ]
  for (const one of forged) {
    expect((await office.ask(null, 'GET', '/api/me', { headers: { cookie: one } })).status).toBe(401)
  }
})
