import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aWorkspace, type World } from '../../../tests/factories.ts'
import { makeTools } from '../../../tests/hear.ts'
import {
  BackOff,
  type Batch,
  CursorLost,
  type Pause,
  Refusal,
  SignInNeeded,
  type Tools,
} from '../../connectors/connector.ts'
import { setLogLevel } from '../../log.ts'
import { decideAfter, listenToChannel } from './listen-to-channel.ts'

setLogLevel('silent')

describe('what an interruption means', () => {
  test.each([
    ['asked to wait', new BackOff(90), 0, { state: { state: 'limited' }, failures: 0, waitSeconds: 90 }],
    [
      'signed out',
      new SignInNeeded('Sign in again.'),
      0,
      { state: { state: 'needs_sign_in', note: 'Sign in again.' }, needsPerson: true },
    ],
    [
      'gone for good',
      new Refusal('The feed is gone.'),
      0,
      { state: { state: 'failing', note: 'The feed is gone.' }, needsPerson: true },
    ],
    [
      'lost the place',
      new CursorLost('Starting afresh.'),
      3,
      { state: { state: 'catching_up' }, forgetCursor: true, failures: 3 },
    ],
    [
      'failed once: nobody is alarmed',
      new Error('cut'),
      0,
      { state: { state: 'ok', note: '' }, failures: 1, waitSeconds: 5 },
    ],
    ['failed twice', new Error('cut'), 1, { state: { state: 'failing', note: 'cut' }, failures: 2, waitSeconds: 10 }],
    ['failed for long: every quarter of an hour', new Error('cut'), 40, { failures: 41, waitSeconds: 900 }],
    ['threw no error at all', 'odd', 1, { state: { state: 'failing', note: 'odd' } }],
  ])('%s', (_, error, failures, expected) => expect(decideAfter(error, failures)).toMatchObject(expected))
})

const db = await testDatabase()
let world: World
let stop: AbortController
let listening: Promise<void> | undefined
beforeEach(async () => {
  world = await aWorkspace(db)
  stop = new AbortController()
  listening = undefined
})
afterEach(async () => {
  stop.abort()
  await listening
})

const batch = (id: number, more: Partial<Batch> = {}): Batch => ({
  heard: [
    {
      kind: 'post',
      post: { externalId: `p${id}`, text: `post ${id}`, author: { id: 'a', handle: '@a' }, createdAt: new Date() },
    },
  ],
  cursor: { after: id },
  ...more,
})

type Round = () => AsyncGenerator<Batch, Pause | void>

/** Listens with a network that behaves in each round as the next of `rounds` says, and is quiet after the last. */
function start(rounds: Round[], { failures = 0 } = {}): { cursors: unknown[] } {
  const cursors: unknown[] = []
  listening = listenToChannel({
    db,
    channel: { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace },
    connector: {
      name: 'inbound',
      listen: (tools: Tools<unknown>) => {
        cursors.push(tools.cursor)
        return (rounds.shift() ?? quiet)()
      },
    },
    openTools: async () => makeTools<unknown>({}, (await channel()).cursor, stop.signal),
    sealSettings: (settings) => Buffer.from(JSON.stringify(settings)),
    nextTryAt: new Date(0),
    failures,
    signal: stop.signal,
  })
  return { cursors }
}

/** A round that gives these batches and ends in a pause or an error. */
const round = (batches: Batch[], end: Pause | Error): Round =>
  async function* () {
    yield* batches
    if (end instanceof Error) throw end
    return end
  }
const quiet = round([], { waitSeconds: 60 })
const channel = () =>
  world.inside((tx) => tx.selectFrom('channel').selectAll().where('id', '=', world.channelId).executeTakeFirstOrThrow())
const heardIds = async () => {
  const posts = await world.inside((tx) => tx.selectFrom('post').select('externalId').orderBy('externalId').execute())
  return posts.map(({ externalId }) => externalId)
}
const states = async () => {
  const events = await world.inside((tx) =>
    tx.selectFrom('event').select('details').where('name', '=', 'channel.state_changed').orderBy('id').execute(),
  )
  return events.map(({ details }) => (details as { state: string }).state)
}
const untilChannel = (expected: object) =>
  expect.poll(channel, { timeout: 10_000, interval: 25 }).toMatchObject(expected)

test('what is heard is kept with the place after it, round after round', async () => {
  const { cursors } = start([
    round([batch(1), batch(2)], { waitSeconds: 0.01 }),
    round([batch(3, { settings: { moved: true } })], { waitSeconds: 60 }),
  ])
  await untilChannel({ cursor: { after: 3 }, state: 'ok', settings: Buffer.from('{"moved":true}') })
  expect(await heardIds()).toEqual(['p1', 'p2', 'p3'])
  expect(cursors).toEqual([null, { after: 2 }])
  expect((await channel()).lastHeardAt).toBeInstanceOf(Date)
})

test('a network that asks to wait is left alone until then, and that is shown', async () => {
  const { cursors } = start([round([batch(1)], new BackOff(120))])
  await untilChannel({ state: 'limited', cursor: { after: 1 }, failures: 0 })
  const { nextTryAt } = await channel()
  expect(nextTryAt.getTime() - Date.now()).toBeGreaterThan(100_000)
  expect(cursors).toHaveLength(1)
})

test('it waits as asked, then hears again and is well', async () => {
  start([round([], new BackOff(0.05)), round([batch(1)], { waitSeconds: 60 })])
  await untilChannel({ state: 'ok', stateNote: '', cursor: { after: 1 } })
  expect(await states()).toEqual(['limited', 'ok'])
})

test.each([
  ['sign-in is needed', new SignInNeeded('The key was withdrawn. Connect the channel again.'), 'needs_sign_in'],
  ['the address is gone', new Refusal('The feed is gone (410). Remove the channel.'), 'failing'],
])('when %s, a person is called with the sentence and nothing is tried again', async (_, error, state) => {
  const { cursors } = start([round([], error)])
  await listening
  expect(await channel()).toMatchObject({ state, stateNote: error.message })
  expect(cursors).toHaveLength(1)
})

test('a lost place is dropped, said, and listening starts afresh without hearing anything twice', async () => {
  const { cursors } = start([
    round([batch(1)], new CursorLost('The server does not know our place any more.')),
    round([{ ...batch(2), heard: [...batch(1).heard, ...batch(2).heard] }], { waitSeconds: 60 }),
  ])
  await untilChannel({ state: 'ok', cursor: { after: 2 } })
  expect(cursors).toEqual([null, null])
  expect(await heardIds()).toEqual(['p1', 'p2'])
  expect(await states()).toEqual(['catching_up', 'ok'])
})

test('a cut line loses nothing: what came before it is kept, and a second failure in a row is shown', async () => {
  start([round([batch(1)], new Error('The line was cut.'))], { failures: 1 })
  await untilChannel({ failures: 1, cursor: { after: 1 }, state: 'ok' })
  stop.abort()
  await listening
  stop = new AbortController()
  start([round([], new Error('The line was cut.'))], { failures: 1 })
  await untilChannel({ state: 'failing', stateNote: 'The line was cut.', failures: 2 })
  expect(await heardIds()).toEqual(['p1'])
})

test('far behind is shown as catching up until it has caught up', async () => {
  start([round([batch(1, { behindSeconds: 7_200 }), batch(2, { behindSeconds: 10 })], { waitSeconds: 60 })])
  await untilChannel({ state: 'ok', cursor: { after: 2 } })
  expect(await states()).toEqual(['catching_up', 'ok'])
})

test('a paused channel stays paused, whatever its last round comes to', async () => {
  await world.inside((tx) =>
    tx.updateTable('channel').set({ state: 'paused' }).where('id', '=', world.channelId).execute(),
  )
  start([round([], new SignInNeeded('Connect again.'))])
  await listening
  expect(await channel()).toMatchObject({ state: 'paused' })
})

test('a channel heard for long leaves nothing behind on its signal', async () => {
  const short = round([], { waitSeconds: 0.001 })
  const { cursors } = start(Array.from({ length: 8 }, () => short))
  await expect.poll(() => cursors.length, { timeout: 10_000 }).toBe(9)
  expect(getEventListeners(stop.signal, 'abort').length).toBeLessThanOrEqual(1)
})
