import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { aWorkspace, type World } from '../../../tests/factories.ts'
import { openOffice, testUrl, type Office } from '../../../tests/office.ts'
import { makeKeyring } from '../../access/seal.ts'
import { defineConnector, Unsigned } from '../../connectors/connector.ts'
import { newId } from '../../lib/id.ts'
import { hashDoorKey, makeDoorKey } from './door-key.ts'
import { hookDoors } from './hook-door.ts'
import { makeIntake } from './intake.ts'
import { makeDoorOpener } from './open-door.ts'
import { sealSettings } from './sealed-settings.ts'

const db = await testDatabase()
const keyring = makeKeyring([Buffer.alloc(32, 7)])
const settings = z.strictObject({ secret: z.string().meta({ label: 'Secret' }) })
const event = z.object({ id: z.string(), text: z.string() })

/** A network that signs the whole address and the body, and asks first whether the address is ours. */
const pager = defineConnector({
  name: 'pager',
  label: 'Pager',
  about: 'Pages.',
  settings,
  can: { listens: 'pushed', replies: false, privateReplies: false, edits: false, deletions: false, threads: false },
  idSpace: (_settings, id) => `pager:${id}`,
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check: () => Promise.resolve({ account: 'pager', notes: [] }),
  receive: ({ settings: { secret } }, push) => {
    const asked = new URL(push.url).searchParams.get('challenge')
    if (push.method === 'GET') return Promise.resolve({ heard: [], answer: { text: asked ?? '' } })
    if (push.headers.get('x-signed') !== sign(secret, push.url, push.body))
      return Promise.reject(new Unsigned('The header x-signed does not fit.'))
    const { id, text } = event.parse(JSON.parse(push.body.toString('utf8')))
    const post = { externalId: id, text, author: { id: 'mara', handle: 'mara' }, createdAt: new Date() }
    return Promise.resolve({ heard: [{ kind: 'post' as const, post }], answer: { status: 201, text: 'thanks' } })
  },
})

let office: Office
let world: World
let key: string
let channelId: string

beforeEach(async () => {
  world = await aWorkspace(db)
  office = openOffice(db, {
    routes: [],
    doors: () => {
      const channels = { connectors: { pager }, keyring } as never
      return hookDoors({ channels, takeIn: makeIntake(db), openDoor: (known) => makeDoorOpener(db, channels)(known) })
    },
  })
  key = makeDoorKey()
  channelId = newId()
  const { workspaceId } = world
  const place = { workspaceId, id: channelId }
  await world.inside((tx) =>
    tx
      .insertInto('channel')
      .values({
        ...place,
        kind: 'pager',
        name: 'Pager',
        idSpace: `pager:${channelId}`,
        settings: sealSettings(keyring, place, { settings: { secret: 's3' }, doorKey: key }),
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

function sign(secret: string, url: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(url).update(body).digest('hex')
}

async function pushed(body: string, signed?: string) {
  const url = `${testUrl}/hooks/${key}?v=1`
  return office.ask(null, 'POST', `/hooks/${key}?v=1`, {
    body,
    headers: { 'content-type': 'application/json', 'x-signed': signed ?? sign('s3', url, body) },
  })
}

const kept = () => world.inside((tx) => tx.selectFrom('post').select('text').execute())

test('what the network pushes is kept once, and the network is told what it wants to hear', async () => {
  const body = JSON.stringify({ id: '1', text: 'the lift is stuck' })
  expect(await pushed(body)).toMatchObject({ status: 201 })
  expect(await pushed(body)).toMatchObject({ status: 201 })
  expect(await kept()).toEqual([{ text: 'the lift is stuck' }])
})

test('the question whether the address is ours is answered', async () => {
  const answer = await office.ask(null, 'GET', `/hooks/${key}?challenge=abc`)
  expect(answer).toMatchObject({ status: 200 })
})

test.each([
  ['a signature off by one', JSON.stringify({ id: '1', text: 'x' }), 'f'.repeat(64), 401],
  ['a body that is not JSON', '{', undefined, 400],
])('%s is refused and nothing is kept', async (_what, body, signed, status) => {
  expect((await pushed(body, signed)).status).toBe(status)
  expect(await kept()).toEqual([])
})

test('a wrong key opens nothing; a paused channel lets the network keep what it has', async () => {
  expect((await office.ask(null, 'POST', '/hooks/nothing', { body: '{}' })).status).toBe(404)
  await world.inside((tx) => tx.updateTable('channel').set({ state: 'paused' }).where('id', '=', channelId).execute())
  expect((await pushed(JSON.stringify({ id: '1', text: 'x' }))).status).toBe(409)
  expect(await kept()).toEqual([])
})
