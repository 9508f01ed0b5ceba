import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { aPost, aWorkspace, type World } from '../../../tests/factories.ts'
import { makeKeyring } from '../../access/seal.ts'
import { BackOff, defineConnector } from '../../connectors/connector.ts'
import type { HeardPost } from '../../model/post.ts'
import type { ChannelParts } from '../channels/channel-parts.ts'
import { sealSettings } from '../channels/sealed-settings.ts'
import { nextLook } from './next-look.ts'
import { recheckChannel } from './run-rechecks.ts'

const db = await testDatabase()
const keyring = makeKeyring([Buffer.alloc(32, 7)])
let world: World
let gone: Set<string>
let changed: HeardPost[]
let trouble: Error | undefined
let asked: string[][]

/** A wall whose papers are taken down without a word. */
const wall = defineConnector({
  name: 'inbound',
  label: 'Wall',
  about: 'Papers on a wall.',
  settings: z.object({}),
  can: { listens: 'poll', replies: false, privateReplies: false, edits: true, deletions: true, threads: false },
  idSpace: () => 'wall',
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check: () => Promise.resolve({ account: 'us', notes: [] }),
  recheck: {
    mostHours: 48,
    atOnce: 2,
    look: (_tools, externalIds) => {
      asked.push([...externalIds])
      if (trouble) return Promise.reject(trouble)
      return Promise.resolve({ gone: externalIds.filter((id) => gone.has(id)), changed })
    },
  },
})
const parts = { connectors: { inbound: wall }, keyring } as unknown as ChannelParts

beforeEach(async () => {
  world = await aWorkspace(db)
  gone = new Set()
  ;[changed, trouble, asked] = [[], undefined, []]
  const place = { workspaceId: world.workspaceId, id: world.channelId }
  await world.inside((tx) =>
    tx
      .updateTable('channel')
      .set({ settings: sealSettings(keyring, place, { settings: {} }) })
      .where('id', '=', place.id)
      .execute(),
  )
})

/** Posts that were kept a while ago. */
async function kept(...ids: string[]): Promise<void> {
  for (const externalId of ids) await aPost(world, { externalId, text: `paper ${externalId}` })
  await world.inside((tx) =>
    tx
      .updateTable('post')
      .set({ keptAt: new Date(Date.now() - 600_000) })
      .execute(),
  )
}

const look = () => {
  const channel = { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace }
  return recheckChannel({ db, parts, signal: new AbortController().signal }, channel)
}
const letTimePass = () =>
  world.inside((tx) =>
    tx
      .updateTable('postRecheck')
      .set({ dueAt: new Date(Date.now() - 1_000) })
      .execute(),
  )
const texts = async () => {
  const rows = await world.inside((tx) => tx.selectFrom('post').select('text').orderBy('id').execute())
  return rows.map((row) => row.text)
}
const due = () => world.inside((tx) => tx.selectFrom('postRecheck').select(['externalId', 'dueAt']).execute())

test('a post that is taken away without a word is forgotten at the next look, and not asked about again', async () => {
  await kept('1', '2')
  expect(await look()).toBe(0)
  expect(asked).toEqual([])
  gone.add('1')
  await letTimePass()
  await look()
  expect(await texts()).toEqual(['', 'paper 2'])
  await letTimePass()
  await look()
  expect(asked.at(-1)).toEqual(['2'])
})

test('what says something else now becomes a later version', async () => {
  await kept('1')
  await look()
  await letTimePass()
  const author = { id: 'mara', handle: '@mara' }
  changed = [{ externalId: '1', text: 'paper 1, corrected', author, createdAt: new Date(), editedAt: new Date() }]
  await look()
  expect(await texts()).toEqual(['paper 1, corrected'])
})

test('only so many are asked about at once, each post within its time, and a network that asks to wait is left alone', async () => {
  await kept('1', '2', '3')
  await look()
  for (const { dueAt } of await due()) expect(dueAt.getTime()).toBeLessThanOrEqual(Date.now() + 48 * 3_600_000)
  await letTimePass()
  await look()
  expect(asked).toHaveLength(1)
  expect(asked[0]).toHaveLength(2)
  trouble = new BackOff(77)
  expect(await look()).toBe(77)
  expect(await texts()).toEqual(['paper 1', 'paper 2', 'paper 3'])
})

test('the next look comes later the older a post is, and never later than its network allows', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const wait = (hours: number, mostHours: number) =>
    (nextLook({ postedAt: hoursAgo(hours), now, mostHours }).getTime() - now.getTime()) / 3_600_000
  expect([1, 100, 1_000].map((age) => wait(age, 10_000))).toEqual([24, 168, 720])
  fc.assert(
    fc.property(fc.double({ min: 0, max: 9_000, noNaN: true }), fc.integer({ min: 1, max: 2_000 }), (age, most) => {
      expect(wait(age, most)).toBeLessThanOrEqual(most)
      expect(wait(age, most)).toBeGreaterThan(0)
    }),
  )
})
