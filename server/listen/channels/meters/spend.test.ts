import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aWorkspace, type World } from '../../../../tests/factories.ts'
import { BackOff, type Budget } from '../../../connectors/connector.ts'
import { workIn } from '../../../db/workspace.ts'
import { spend } from './spend.ts'
import { spendingOf } from './spending-of.ts'

const db = await testDatabase()
let world: World
const now = new Date('2026-11-22T10:00:00Z')

const reads: Budget = {
  scope: 'x:app 7',
  name: 'day',
  label: 'The daily budget',
  unit: 'posts read',
  most: 100,
  window: { every: 'day', zone: 'UTC' },
}
const month: Budget = {
  ...reads,
  name: 'month',
  label: 'The monthly budget',
  most: 250,
  window: { every: 'month', zone: 'UTC' },
}

beforeEach(async () => (world = await aWorkspace(db)))

const take = (units: number, budgets = [reads], at = now) =>
  world.inside((tx) => spend(tx, { workspaceId: world.workspaceId, budgets, units, now: at }))

const usedOf = async (name: string) => {
  const rows = await world.inside((tx) => tx.selectFrom('meter').select('used').where('name', '=', name).execute())
  return rows.map((row) => Number(row.used))
}

test('a budget is used up to its last unit and not beyond, until the next period', async () => {
  await take(60)
  await take(40)
  await expect(take(1)).rejects.toThrow('The daily budget is used up: 100 posts read.')
  await expect(take(1)).rejects.toMatchObject({ seconds: 14 * 3600 })
  await take(1, [reads], new Date('2026-11-23T00:00:00Z'))
})

test('what is more than the whole budget is refused also in a fresh period', async () => {
  await expect(take(101)).rejects.toThrow(BackOff)
  expect(await usedOf('day')).toEqual([])
})

test('budgets are taken from together or not at all', async () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map((day) => new Date(`${day}T10:00:00Z`))
  await take(100, [reads, month], days[0])
  await take(100, [reads, month], days[1])
  await expect(take(60, [reads, month], days[2])).rejects.toThrow('The monthly budget is used up')
  expect(await usedOf('month')).toEqual([200])
  expect(await usedOf('day')).toEqual([100, 100])
})

test('what was taken and not needed is given back', async () => {
  await take(100)
  await take(-30)
  await take(30)
  await expect(take(1)).rejects.toThrow(BackOff)
})

test('many processes together never take more than there is', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => take(7, [reads, month])))
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(14)
  expect(await usedOf('day')).toEqual([98])
})

test('a person is told once a period when four fifths are used', async () => {
  const said: string[] = []
  const spendSome = spendingOf(workIn(db, world.workspaceId), {
    workspaceId: world.workspaceId,
    budgets: [reads, month],
    warn: (sentence) => said.push(sentence),
  })
  for (const units of [70, 10, 5, 5]) await spendSome(units, 'day')
  expect(said).toEqual(['The daily budget is nearly used up: four fifths of 100 posts read.'])
  expect(await usedOf('month')).toEqual([])
})
