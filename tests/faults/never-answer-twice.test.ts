import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueReply } from '../../server/answer/replies/queue-reply.ts'
import { testDatabase } from '../database.ts'
import { aConversation, aWorkspace, type World } from '../factories.ts'
import { startLyingPlatform, type LyingPlatform } from './lying-platform.ts'

const db = await testDatabase()
let world: World
let platform: LyingPlatform

beforeAll(async () => {
  world = await aWorkspace(db)
  platform = await startLyingPlatform(20_261_122)
})
afterAll(() => platform.close())

const facts = { label: 'Lying platform', replies: true, privateReplies: true, textLength: null, replyWindowHours: null }

/** Twelve moments at which the process may be gone, from before it looks for work to after it has written the end. */
const points = [
  'before claim',
  'claim written',
  'claim committed',
  'opened',
  'before send',
  'request written',
  'after send',
  'before look',
  'after look',
  'before settle',
  'settle written',
  'settle committed',
]

test('nobody is answered twice, and nobody not at all, whenever the process dies and however the platform lies', async () => {
  const texts = await queueReplies(60)
  const died: string[] = []
  for (const [index, point] of points.entries()) if (await work(point, 1 + (index % 3))) died.push(point)
  expect(died).toEqual(points)
  platform.calmDown()
  await work()

  const states = await world.inside((tx) => tx.selectFrom('delivery').select(['state', 'reason']).execute())
  expect(states.map(({ state, reason }) => `${state} ${reason}`)).toEqual(texts.map(() => 'sent '))
  expect(platform.accepted.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
}, 120_000)

test('the harness sees a double answer when the outbox does not look first', async () => {
  await queueReplies(6, 'blind')
  await work('request written', 2, { blind: true })
  await work('', 1, { blind: true })
  const taken = platform.accepted.filter(({ text }) => text.startsWith('blind'))
  expect(taken.length).toBeGreaterThan(new Set(taken.map(({ text }) => text)).size)
}, 60_000)

test('a worker that slept through its lease may not write over the one that took over', async () => {
  const { takeDue, deliverOne } = await import('../../server/outbox/deliver.ts')
  const { settleDelivery } = await import('../../server/outbox/settle-delivery.ts')
  const { hurry } = await import('./hurry.ts')
  const { lyingConnector } = await import('./lying-platform.ts')
  await queueReplies(1, 'sleepy')
  const connector = lyingConnector(() => {})
  const delivering = {
    db,
    workspaceId: world.workspaceId,
    pace: hurry,
    senders: {
      open: (_w: string, _c: string, signal: AbortSignal) =>
        Promise.resolve({ connector: connector as never, tools: { settings: { url: platform.url }, signal } as never }),
    },
  }
  const [asleep] = await takeDue(delivering, 1)
  await new Promise((resolve) => setTimeout(resolve, hurry.leaseSeconds * 1000 + 100))
  let awake = await takeDue(delivering, 1)
  expect(awake[0]?.task).toBe('look')
  while (awake.length > 0) {
    await deliverOne(delivering, awake[0]!)
    await new Promise((resolve) => setTimeout(resolve, 300))
    awake = await takeDue(delivering, 1)
  }
  const settled = { state: 'failed' as const, reason: 'too late', notBefore: null, looks: 0 }
  expect(await world.inside((tx) => settleDelivery(tx, world.workspaceId, asleep!, settled))).toBe(false)
  expect(platform.accepted.filter(({ text }) => text.startsWith('sleepy'))).toHaveLength(1)
}, 30_000)

async function queueReplies(count: number, word = 'Reply'): Promise<string[]> {
  const texts: string[] = []
  for (let number = 0; number < count; number++) {
    const { id: conversationId } = await aConversation(world)
    const text = `${word} number ${number}.`
    await world.inside((tx) =>
      queueReply(tx, { who: world.owner, conversationId, factsOf: () => facts }, { text, undoSeconds: 0 }),
    )
    texts.push(text)
  }
  return texts
}

/** Runs a worker process; true when it died at its point. */
async function work(point = '', nth = 1, { blind = false } = {}): Promise<boolean> {
  const file = join(import.meta.dirname, 'deliver-until.ts')
  const words = [
    JSON.stringify(db.connection),
    world.workspaceId,
    platform.url,
    point,
    String(nth),
    blind ? 'blind' : '',
  ]
  const child = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [, signal] = await once(child, 'exit')
  return signal === 'SIGKILL'
}
