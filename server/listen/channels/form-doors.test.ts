import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aWorkspace, placePost, type World } from '../../../tests/factories.ts'
import { openOffice, type Office } from '../../../tests/office.ts'
import { connectors } from '../../connectors/registry.ts'
import { newId } from '../../lib/id.ts'
import { makeIntake } from './intake.ts'
import { formDoors } from './form-doors.ts'
import { hashDoorKey, makeDoorKey } from './door-key.ts'
import { makeDoorOpener } from './open-door.ts'
import { sealSettings } from './sealed-settings.ts'

const db = await testDatabase()
let office: Office
let world: World
let key: string

beforeAll(() => {
  office = openOffice(db, {
    routes: [],
    doors: () =>
      formDoors({
        db,
        openDoor: (doorKey) => opener(doorKey),
        takeIn: makeIntake(db),
        tokenKey: Buffer.alloc(32, 7),
      }),
  })
})
const opener = (doorKey: string) => makeDoorOpener(db, { connectors, keyring: office.keyring } as never)(doorKey)

beforeEach(async () => {
  world = await aWorkspace(db)
  key = makeDoorKey()
  const id = newId()
  const { workspaceId } = world
  const settings = sealSettings(
    office.keyring,
    { workspaceId, id },
    { settings: { title: 'Tell Acme', intro: 'We read it.', askEmail: true }, doorKey: key },
  )
  await world.inside((tx) =>
    tx
      .insertInto('channel')
      .values({
        workspaceId,
        id,
        kind: 'form',
        name: 'Feedback',
        idSpace: `form:${id}`,
        settings,
        doorKeyHash: hashDoorKey(key),
        accountUrl: null,
        cursor: null,
        lastHeardAt: null,
        departmentId: null,
        removedAt: null,
      })
      .execute(),
  )
})

const visit = (path: string, init?: RequestInit) => office.http.request(`http://earshot.test${path}`, init)
const send = (path: string, fields: Record<string, string>) =>
  visit(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const posts = () =>
  world.inside((tx) =>
    tx.selectFrom('post').selectAll().where('workspaceId', '=', world.workspaceId).orderBy('id').execute(),
  )

test('the page works without a script, and what is written on it is a private message addressed to us', async () => {
  const page = await visit(`/forms/${key}`)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).not.toContain('script-src')
  expect(await page.text()).toContain('<h1>Tell Acme</h1>')
  const sent = await send(`/forms/${key}`, { text: 'It leaks.', name: 'Mara', email: 'Mara@Example.org', website: '' })
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toMatch(/\/forms\/.+\/talks\/.+\..+/)
  expect((await posts())[0]).toMatchObject({
    text: 'It leaks.',
    addressedToUs: true,
    visibility: 'direct',
    type: 'message',
    author: { name: 'Mara', handle: 'mara@example.org' },
  })
})

test('a mistake is told in words and nothing typed is lost', async () => {
  const wrong = await send(`/forms/${key}`, {
    text: 'It <b>leaks</b>.',
    name: 'Mara',
    email: 'not an address',
    website: '',
  })
  const page = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(page).toContain('does not look like an e-mail address')
  expect(page).toContain('It &lt;b&gt;leaks&lt;/b&gt;.')
  expect(await posts()).toEqual([])
})

test('its JSON address takes the same from any site and gives the private page', async () => {
  const answer = await visit(`/forms/${key}`, {
    method: 'POST',
    body: JSON.stringify({ text: 'Hello' }),
    headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
  })
  expect(answer.status).toBe(202)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const { talkUrl } = await answer.json()
  expect(talkUrl).toContain(`/forms/${key}/talks/`)
})

test('more words in a talk belong to its thread and its person; a guessed address is nobody’s', async () => {
  const sent = await send(`/forms/${key}`, { text: 'First', name: 'Mara', email: '', website: '' })
  const talk = new URL(sent.headers.get('location') ?? '').pathname
  await send(talk, { text: 'Second' })
  const [first, second] = await posts()
  expect(second).toMatchObject({ text: 'Second', threadKey: first?.externalId, author: first?.author })
  await placePost(world, first!)
  expect((await send(`${talk.slice(0, -2)}zz`, { text: 'Third' })).status).toBe(404)
  expect(await posts()).toHaveLength(2)
})

test('programs that fill the field nobody sees are thanked and kept out', async () => {
  expect((await send(`/forms/${key}`, { text: 'buy now', website: 'https://spam.example' })).status).toBe(200)
  expect(await posts()).toEqual([])
})

test('an unknown address says so', async () => {
  expect((await visit('/forms/nothing')).status).toBe(404)
})
