import { expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aConversation, aWorkspace } from '../../../../tests/factories.ts'
import { listConversations } from '../../../answer/inbox/list-conversations.ts'
import { readSummaries } from '../../../answer/inbox/read-summaries.ts'
import { newId } from '../../../lib/id.ts'
import { countedReadings } from '../count-reading.ts'
import { keepReading } from '../keep-reading.ts'
import { countReadings } from './count-readings.ts'
import { listReaders } from './list-readers.ts'
import { moveLine } from './move-line.ts'

const db = await testDatabase()
const said = (label: string, confidence: number) => ({ label, confidence, evidence: [], reader: 'r@1' })

test('a reading below its line is shown as what counts instead, in every list and filter, and comes back with the line', async () => {
  const world = await aWorkspace(db)
  const { id, post } = await aConversation(world)
  const readings = { sentiment: said('negative', 0.6), intent: said('complaint', 0.6) }
  await world.inside((tx) => keepReading(tx, world.workspaceId, post.id, readings))
  const shown = async () => (await world.inside((tx) => readSummaries(tx, world.owner, [id])))[0]?.reading
  const filtered = async (sentiment: 'negative' | 'neutral') => {
    const page = await world.inside((tx) =>
      listConversations(tx, world.owner, { limit: 50, sort: 'newest', sentiment }),
    )
    return page.items.length
  }
  expect(await shown()).toMatchObject({ sentiment: { label: 'negative', line: 0.5 }, intent: { label: 'complaint' } })
  expect([await filtered('negative'), await filtered('neutral')]).toEqual([1, 0])
  for (const reader of ['sentiment', 'intent'] as const)
    await world.inside((tx) => moveLine(tx, world.owner, { reader, line: 0.7 }))
  expect(await shown()).toMatchObject({
    sentiment: { label: 'neutral', guess: 'negative', line: expect.closeTo(0.7) },
    intent: { label: 'unknown', guess: 'complaint' },
  })
  expect([await filtered('negative'), await filtered('neutral')]).toEqual([0, 1])
  await world.inside((tx) => moveLine(tx, world.owner, { reader: 'sentiment', line: null }))
  expect(await filtered('negative')).toBe(1)
})

test('the readers are listed with their lines, and with who moved one', async () => {
  const world = await aWorkspace(db)
  await world.inside((tx) => moveLine(tx, world.owner, { reader: 'intent', line: 0.75 }))
  const { items } = await world.inside((tx) => listReaders(tx, world.workspaceId))
  expect(items.find((one) => one.name === 'intent')).toMatchObject({
    line: expect.closeTo(0.75),
    ownLine: 0.5,
    moved: { by: { name: world.owner.name } },
  })
  expect(items.find((one) => one.name === 'sentiment')).toMatchObject({ line: 0.5, moved: null })
})

test('the histogram tells which share of the readings a line keeps', async () => {
  const world = await aWorkspace(db)
  const readings = [
    said('positive', 0.97),
    said('positive', 0.52),
    said('negative', 0.51),
    said('unknown', 0),
    undefined,
  ]
  for (const sentiment of readings)
    await world.inside((tx) => keepReading(tx, world.workspaceId, newId(), sentiment ? { sentiment } : {}))
  const histogram = await world.inside((tx) => countReadings(tx, world.workspaceId, { reader: 'sentiment' }))
  expect(histogram).toMatchObject({ unknown: 1, newest: null })
  expect([histogram.counts[19], histogram.counts[10]]).toEqual([1, 2])
  expect(histogram.labels.map(({ label, counts }) => [label, counts[10]])).toEqual([
    ['negative', 1],
    ['positive', 1],
  ])
  const few = await world.inside((tx) => countReadings(tx, world.workspaceId, { reader: 'sentiment', most: 2 }))
  expect(few.newest).toBe(2)
})

test('rules and conversations go by what counts: the line, then people’s words', () => {
  const readings = { sentiment: said('negative', 0.4), intent: said('complaint', 0.4), urgency: said('high', 0.9) }
  expect(countedReadings(readings, {}, [])).toMatchObject({
    sentiment: { label: 'neutral' },
    intent: { label: 'unknown' },
    urgency: { label: 'high' },
  })
  expect(countedReadings(readings, { sentiment: 0.3 }, [])['sentiment']).toMatchObject({ label: 'negative' })
  const word = { reader: 'urgency', label: 'low', by: 'olga', byName: 'Olga' }
  expect(countedReadings(readings, {}, [word])['urgency']).toMatchObject({ label: 'low', confidence: 1 })
})
