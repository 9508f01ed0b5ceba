import { Webhook } from 'standardwebhooks'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aWorkspace, refusalOf, type World } from '../../../tests/factories.ts'
import { makeIntake } from './intake.ts'
import { receiveInbound, type InboundDoor } from './receive-inbound.ts'

const db = await testDatabase()
const takeIn = makeIntake(db)
const secret = `whsec_${Buffer.from('thirty two bytes of plain secret').toString('base64')}`
let world: World
let door: InboundDoor
beforeEach(async () => {
  world = await aWorkspace(db)
  door = {
    channel: { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace },
    secret,
    paused: false,
  }
})

const post = (id: string, more: object = {}) => ({
  id,
  text: `text ${id}`,
  author: { id: 'u' },
  createdAt: '2026-11-20T10:00:00Z',
  ...more,
})

function signed(content: unknown, { id = crypto.randomUUID(), at = new Date(), body = JSON.stringify(content) } = {}) {
  return {
    body: Buffer.from(body),
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  }
}
const receive = (request: ReturnType<typeof signed>) => receiveInbound(door, request, takeIn)
const count = () =>
  world.inside(async (tx) =>
    Number(
      (
        await tx
          .selectFrom('post')
          .select((build) => build.fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    ),
  )

test('signed posts are kept before the answer, and wrong rows are named without spoiling the others', async () => {
  const answer = await receive(signed([post('1'), { id: '2' }, post('3', { stars: 5 }), post('4')]))
  expect(answer).toMatchObject({ accepted: 2, duplicates: 0, refused: [{ index: 1, field: 'text' }, { index: 2 }] })
  expect(answer.refused[0]?.message).toBe('text is missing.')
  expect(answer.refused[1]?.message).toBe('There is no field stars here. Leave it out.')
  expect(await count()).toBe(2)
})

test('each wrong row is told in a sentence what is wrong', async () => {
  const rows = [
    5,
    post('1', { createdAt: 'yesterday' }),
    post('2', { text: 'long '.repeat(600_000) }),
    post('3', { author: {} }),
  ]
  expect((await receive(signed(rows))).refused.map(({ message }) => message)).toEqual([
    'A post must be of the kind object.',
    'createdAt must be a time such as 2026-11-22T10:00:00Z.',
    'text must have at most 200000 characters.',
    'author.id is missing.',
  ])
})

const set = (columns: { state?: 'paused'; removedAt?: Date }) =>
  world.inside((tx) => tx.updateTable('channel').set(columns).where('id', '=', world.channelId).execute())

test('an address that was closed since it was looked up takes nothing more', async () => {
  await set({ state: 'paused' })
  expect(await refusalOf(receive(signed(post('1'))))).toMatchObject({ status: 409 })
  await set({ removedAt: new Date() })
  expect(await refusalOf(receive(signed(post('1'))))).toMatchObject({ status: 404 })
  expect(await count()).toBe(0)
})

test('an id with a character that cannot be kept is counted as what it is', async () => {
  expect(await receive(signed([post('a\u0000b'), post('2')]))).toMatchObject({ accepted: 2, duplicates: 0 })
  expect(await receive(signed(post('a\u0000b', { deleted: true })))).toMatchObject({ accepted: 1, duplicates: 0 })
})

test('one post needs no array; a repeat of the post is a duplicate; an edit and a deletion are taken in', async () => {
  expect(await receive(signed(post('1')))).toMatchObject({ accepted: 1 })
  expect(await receive(signed(post('1')))).toMatchObject({ accepted: 0, duplicates: 1 })
  expect(await receive(signed(post('1', { text: 'other words', editedAt: '2026-11-20T11:00:00Z' })))).toMatchObject({
    accepted: 1,
  })
  expect(await receive(signed(post('1', { deleted: true })))).toMatchObject({ accepted: 1 })
})

test('the same webhook-id again gets the first answer, a thousand times at once, with one effect', async () => {
  const request = signed([post('1'), post('2'), { id: 'wrong' }])
  const first = await receive(request)
  const again = await Promise.all(Array.from({ length: 1_000 }, () => receive(request)))
  for (const answer of again) expect(answer).toEqual(first)
  expect(await count()).toBe(2)
})

test('requests that come together share a commit, each with its own answer', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => receive(signed(post(`p${index % 40}`)))))
  expect(answers.reduce((sum, answer) => sum + answer.accepted, 0)).toBe(40)
  expect(answers.reduce((sum, answer) => sum + answer.duplicates, 0)).toBe(20)
  expect(await count()).toBe(40)
})

test('a signature off by one, another secret, a changed body, a missing header: 401 with a sentence, nothing kept', async () => {
  const good = signed(post('1'))
  const last = good.headers['webhook-signature'].at(-2) === 'A' ? 'B' : 'A'
  const offByOne = {
    ...good,
    headers: { ...good.headers, 'webhook-signature': `${good.headers['webhook-signature'].slice(0, -2)}${last}=` },
  }
  const changed = { ...good, body: Buffer.from(JSON.stringify(post('2'))) }
  const bare = { body: good.body, headers: { ...good.headers, 'webhook-signature': '' } }
  for (const request of [offByOne, changed, bare]) {
    const refusal = await refusalOf(receive(request))
    expect(refusal.status).toBe(401)
    expect(refusal.message).toMatch(/\.$/)
  }
  expect(await count()).toBe(0)
})

test('a clock that is an hour wrong is told by how much; four minutes are fine', async () => {
  const refusal = await refusalOf(receive(signed(post('1'), { at: new Date(Date.now() - 3_600_000) })))
  expect(refusal).toMatchObject({ status: 401 })
  expect(refusal.message).toContain('60 minutes away')
  expect(await receive(signed(post('1'), { at: new Date(Date.now() - 240_000) }))).toMatchObject({ accepted: 1 })
})

test('one of several signatures is enough while a secret is changed', async () => {
  const good = signed(post('1'))
  const other = new Webhook(`whsec_${Buffer.from('another secret, as long as that!').toString('base64')}`).sign(
    good.headers['webhook-id'],
    new Date(),
    good.body.toString(),
  )
  good.headers['webhook-signature'] = `${other} ${good.headers['webhook-signature']}`
  expect(await receive(good)).toMatchObject({ accepted: 1 })
})

test('what is no JSON, too many posts, a paused channel and an unknown address each get their sentence', async () => {
  expect(await refusalOf(receive(signed(null, { body: '{"id": ' })))).toMatchObject({ status: 400 })
  const many = Array.from({ length: 1_001 }, (_, index) => post(`${index}`))
  expect(await refusalOf(receive(signed(many)))).toMatchObject({ status: 413 })
  door = { ...door, paused: true }
  expect(await refusalOf(receive(signed(post('1'))))).toMatchObject({ status: 409 })
  expect(await refusalOf(receiveInbound(undefined, signed(post('1')), takeIn))).toMatchObject({ status: 404 })
})
