import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../../tests/database.ts'
import { aWorkspace, refusalOf, type World } from '../../../../tests/factories.ts'
import { makeTools } from '../../../../tests/hear.ts'
import { makeKeyring } from '../../../access/seal.ts'
import { defineConnector, type Budget, type Connector } from '../../../connectors/connector.ts'
import { newId } from '../../../lib/id.ts'
import { keepChannel } from '../create-channel.ts'
import { listMeters } from './list-meters.ts'
import { periodOf } from './period-of.ts'
import { spend } from './spend.ts'

const db = await testDatabase()
let world: World
beforeEach(async () => (world = await aWorkspace(db)))

/** Some 31 years: no test meets its end. */
const window = 1_000_000_000
const budgetsOf = (app: string): Budget[] => [
  { scope: `wire:${app}`, name: 'reads', label: 'Reading', unit: 'posts read', most: 100, window },
  {
    scope: `wire:${app}`,
    name: 'money',
    label: 'The monthly budget',
    unit: 'requests',
    most: 5_000_000_000,
    window,
    price: { perUnit: 0.005, currency: 'USD' },
  },
]
const plain = defineConnector<{ app: string }>({
  name: 'plain',
  label: 'Plain',
  about: 'Costs nothing.',
  settings: z.object({ app: z.string() }),
  can: { listens: 'poll', replies: false, privateReplies: false, edits: false, deletions: false, threads: false },
  idSpace: ({ app }) => `wire:${app}`,
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check: () => Promise.resolve({ account: 'the wire', notes: [] }),
})
const wire = defineConnector<{ app: string }>({ ...plain, name: 'wire', budgets: ({ app }) => budgetsOf(app) })

const { fetch, openSocket } = makeTools({}, null, new AbortController().signal)
const keyring = makeKeyring([Buffer.alloc(32, 7)])
const parts = { connectors: { wire, plain } satisfies Record<string, Connector>, keyring, fetch, openSocket }

const connect = (kind: 'wire' | 'plain', app = '7', place = world) =>
  place.inside((tx) => {
    const wanted = { kind, name: `${kind} ${newId()}`, settings: { app } }
    const checked = { account: 'the wire', settings: { app } }
    return keepChannel(tx, parts, { who: place.owner, wanted, connector: parts.connectors[kind], checked })
  })

const use = (units: number, name: string, place = world) =>
  place.inside((tx) => {
    const budgets = budgetsOf('7').filter((budget) => budget.name === name)
    return spend(tx, { workspaceId: place.workspaceId, budgets, units, now: new Date() })
  })

const metersOf = (channelId: string, place = world) => place.inside((tx) => listMeters(tx, parts, channelId))
const usedOf = async (channelId: string) => (await metersOf(channelId)).items.map(({ used }) => used)

test('every budget is shown with its end and its price, also before anything is used', async () => {
  const endsAt = periodOf(window, new Date()).endsAt.toISOString()
  expect(await metersOf(await connect('wire'))).toEqual({
    items: [
      { label: 'Reading', unit: 'posts read', most: 100, used: 0, endsAt, price: null },
      {
        label: 'The monthly budget',
        unit: 'requests',
        most: 5_000_000_000,
        used: 0,
        endsAt,
        price: { perUnit: 0.005, currency: 'USD' },
      },
    ],
    next: null,
  })
})

test('what is used is counted, what is given back is not, and large numbers come out whole', async () => {
  const channel = await connect('wire')
  await use(40, 'reads')
  await use(-10, 'reads')
  await use(4_294_967_297, 'money')
  expect(await usedOf(channel)).toEqual([30, 4_294_967_297])
})

test('channels of one account share what is used; those of another have their own', async () => {
  const [first, second, other] = [await connect('wire'), await connect('wire'), await connect('wire', '8')]
  await use(25, 'reads')
  expect(await usedOf(first)).toEqual([25, 0])
  expect(await usedOf(second)).toEqual([25, 0])
  expect(await usedOf(other)).toEqual([0, 0])
})

test('what another workspace uses is not seen, nor are its channels', async () => {
  const neighbour = await aWorkspace(db, 'Neighbour')
  const theirs = await connect('wire', '7', neighbour)
  await use(60, 'reads', neighbour)
  expect(await usedOf(await connect('wire'))).toEqual([0, 0])
  expect((await metersOf(theirs, neighbour)).items[0]).toMatchObject({ used: 60 })
  expect((await refusalOf(metersOf(theirs))).status).toBe(404)
})

test('a period that is over is not counted', async () => {
  const channel = await connect('wire')
  const before = new Date(Date.now() - window * 1000)
  const budgets = budgetsOf('7')
  await world.inside((tx) => spend(tx, { workspaceId: world.workspaceId, budgets, units: 90, now: before }))
  expect(await usedOf(channel)).toEqual([0, 0])
})

test('a network without budgets has no meters', async () => {
  expect(await metersOf(await connect('plain'))).toEqual({ items: [], next: null })
})
