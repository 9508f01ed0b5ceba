import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../tests/database.ts'
import { aWorkspace, type World } from '../tests/factories.ts'
import { record } from './events.ts'
import { followEvents } from './follow-events.ts'
import { setLogLevel } from './log.ts'
import { type Consequence, onEvent } from './on-event.ts'

setLogLevel('silent')
const db = await testDatabase()
let world: World
let followed: string[]
beforeEach(async () => {
  world = await aWorkspace(db)
  followed = []
  await followAll([])
})

const follow = (consequences: Consequence[]) => followEvents(db, world.workspaceId, consequences)

/** Follows to the last event: an older transaction that is open anywhere on the server holds them back for a while. */
async function followAll(consequences: Consequence[]): Promise<void> {
  do await follow(consequences)
  while (await isWaiting())
}

async function isWaiting(): Promise<boolean> {
  const place = sql<boolean>`(txid, id) > (select txid, coalesce(id, '00000000-0000-0000-0000-000000000000') from job_cursor where name = 'consequences')`
  const waiting = await world.inside((tx) => tx.selectFrom('event').select('id').where(place).execute())
  return waiting.length > 0
}

const happen = (...notes: string[]) =>
  world.inside(async (tx) => {
    for (const note of notes)
      await record(tx, world.workspaceId, {
        name: 'channel.state_changed',
        subjectId: world.channelId,
        details: { state: 'failing', note },
      })
  })
const noting = onEvent('channel.state_changed', async (_, { details }) => void followed.push(details.note))
const failing = onEvent('channel.state_changed', () => Promise.reject(new Error('not today')))

test('what follows comes in the order of the events, and once', async () => {
  await happen('1', '2')
  await happen('3')
  await followAll([noting])
  expect(await follow([noting])).toBe(0)
  expect(followed).toEqual(['1', '2', '3'])
})

test('one that fails stops neither the others nor the events after it, and leaves nothing half done', async () => {
  const halfDone = onEvent('channel.state_changed', async (tx, { workspaceId }) => {
    await tx.updateTable('workspace').set({ name: 'Half' }).where('id', '=', workspaceId).execute()
    throw new Error('not today')
  })
  await happen('1', '2')
  await followAll([failing, halfDone, noting])
  expect(followed).toEqual(['1', '2'])
  expect(await world.inside((tx) => tx.selectFrom('workspace').select('name').execute())).toEqual([{ name: 'Acme' }])
})

test('an event of an open transaction is not passed over: it comes once that has ended', async () => {
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const open = world.inside(async (tx) => {
    const event = { name: 'channel.state_changed', subjectId: world.channelId } as const
    await record(tx, world.workspaceId, { ...event, details: { state: 'failing', note: 'slow' } })
    begun.resolve()
    await gate.promise
  })
  await begun.promise
  await happen('quick')
  await follow([noting])
  gate.resolve()
  await open
  await followAll([noting])
  expect(followed.toSorted()).toEqual(['quick', 'slow'])
})

test('two at once carry nothing out twice', async () => {
  await happen(...Array.from({ length: 30 }, (_, at) => String(at)))
  await Promise.all([follow([noting]), follow([noting]), follow([noting])])
  await followAll([noting])
  expect(followed).toHaveLength(30)
})

test('another workspace is not touched', async () => {
  const other = await aWorkspace(db, 'Other')
  await happen('mine')
  while ((await followEvents(db, other.workspaceId, [noting])) > 0);
  expect(followed).toEqual([])
})
