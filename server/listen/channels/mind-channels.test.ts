import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aChannel, aWorkspace, type World } from '../../../tests/factories.ts'
import { makeTools } from '../../../tests/hear.ts'
import { setLogLevel } from '../../log.ts'
import { mindChannels, type OpenHearing } from './mind-channels.ts'

setLogLevel('silent')
const db = await testDatabase()
let world: World
let minding: ReturnType<typeof mindChannels> | undefined
const worlds: World[] = []
const open = async (name: string): Promise<World> => {
  const opened = await aWorkspace(db, name)
  worlds.push(opened)
  return opened
}
const begun: string[] = []
const ended: string[] = []

beforeEach(async () => {
  world = await open('Acme')
  begun.length = 0
  ended.length = 0
})
afterEach(async () => {
  await minding?.stop()
  for (const each of worlds.splice(0))
    await each.inside((tx) => tx.updateTable('channel').set({ removedAt: new Date() }).execute())
})

/** A network with an open line per channel that is silent until it is closed. */
const openHearing: OpenHearing = (channel, signal) => ({
  db,
  channel,
  connector: {
    name: channel.kind,
    listen: async function* () {
      begun.push(channel.id)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      ended.push(channel.id)
      yield* []
    },
  },
  openTools: async () => makeTools<unknown>({}, null, signal),
  sealSettings: () => Buffer.alloc(0),
  nextTryAt: new Date(0),
  failures: 0,
  signal,
})
const mind = () => (minding = mindChannels(db, openHearing))
const change = (columns: { state?: 'paused' | 'ok'; removedAt?: Date; askedAt?: Date }) =>
  world.inside((tx) => tx.updateTable('channel').set(columns).where('id', '=', world.channelId).execute())
const until = (list: string[], ids: string[]) =>
  expect.poll(() => list.toSorted(), { timeout: 8_000, interval: 20 }).toEqual(ids.toSorted())

test('every channel of every workspace is heard, each once', async () => {
  const other = await open('Other')
  const { channelId } = await world.inside((tx) => aChannel(tx, world.workspaceId, { name: 'Second' }))
  const { look } = mind()
  await until(begun, [world.channelId, channelId, other.channelId])
  look()
  look()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(begun).toHaveLength(3)
})

test.each([
  ['paused', { state: 'paused' as const }],
  ['removed', { removedAt: new Date() }],
])('a channel that is %s is heard no more, the others go on', async (_, columns) => {
  const { channelId } = await world.inside((tx) => aChannel(tx, world.workspaceId, { name: 'Second' }))
  const { look } = mind()
  await until(begun, [world.channelId, channelId])
  await change(columns)
  look()
  await until(ended, [world.channelId])
  expect(begun).toHaveLength(2)
})

test('a channel with new settings is heard afresh, and a new channel is found', async () => {
  const { look } = mind()
  await until(begun, [world.channelId])
  await change({ askedAt: new Date() })
  look()
  await until(begun, [world.channelId, world.channelId])
  expect(ended).toEqual([world.channelId])
  const { channelId } = await world.inside((tx) => aChannel(tx, world.workspaceId, { name: 'Second' }))
  look()
  await until(begun, [world.channelId, world.channelId, channelId])
})

test('stopping closes every line', async () => {
  const { stop } = mind()
  await until(begun, [world.channelId])
  await stop()
  expect(ended).toEqual([world.channelId])
})
