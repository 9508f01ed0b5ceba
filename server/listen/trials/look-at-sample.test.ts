import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { World } from '../../../tests/factories.ts'
import { aPost, aWorkspace } from '../../../tests/factories.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { indexOf, tried } from './begin-trial.ts'
import { lookAtSample } from './look-at-sample.ts'
import { cutTime, readRound } from './read-spread.ts'
import { columnsFor, readChannels } from './trial-row.ts'
import { lastThirtyDays } from './trial-time.ts'

const db = await testDatabase()
const query = parseQuery('parcel').query!
const columns = columnsFor([query])
const signal = new AbortController().signal

/** Every hour a post, a fifth of them about parcels. */
async function aMonth(world: World, posts: number): Promise<void> {
  for (let n = 0; n < posts; n++) {
    const createdAt = new Date(Date.now() - 60_000 - n * 3_600_000)
    await aPost(world, { text: `${n % 5 === 0 ? 'parcel' : 'letter'} ${n}`, createdAt })
  }
}

/** Looks for so long that about `most` posts are looked at. */
async function look(world: World, most: number) {
  const time = lastThirtyDays(new Date())
  const found: number[] = []
  let looked = 0
  const sample = await world.inside(async (tx) => {
    const looking = { index: indexOf(query, undefined), channels: await readChannels(tx), signal }
    const { workspaceId } = world
    return lookAtSample(tx, { ...looking, workspaceId, time, columns, milliseconds: 500 }, (row, keys) => {
      looked += 1
      if (keys.includes(tried)) found.push(row.slice)
      if (looked === most) waitFor(1_050)
    })
  })
  return { ...sample, matches: found.reduce((sum, slice) => sum + sample.weights[slice]!, 0) }
}

/** Uses up the time, as slow matching would. */
function waitFor(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('a small store is looked at as a whole', async () => {
  const world = await aWorkspace(db)
  await aMonth(world, 100)
  expect(await look(world, Infinity)).toMatchObject({ isExact: true, looked: 100, posts: 100, matches: 20 })
})

test('when the time is up, what was looked at speaks for all, and it says so', async () => {
  const world = await aWorkspace(db)
  await aMonth(world, 100)
  const sample = await look(world, 60)
  expect(sample).toMatchObject({ isExact: false, looked: 60, posts: 100 })
  expect(sample.matches).toBeGreaterThan(5)
  expect(sample.matches).toBeLessThan(45)
  expect(await look(world, 1)).toMatchObject({ isExact: false, looked: 1, posts: 100 })
})

test('rounds go through every slice to its end, and tell no post twice', async () => {
  const world = await aWorkspace(db)
  await aMonth(world, 50)
  const { from, to } = lastThirtyDays(new Date())
  const slices = cutTime(from, to)
  const seen: string[] = []
  for (let rounds = 0; slices.some((slice) => !slice.isFinished); rounds++) {
    expect(rounds).toBeLessThan(10)
    const wanted = slices.filter((slice) => !slice.isFinished).length
    const { workspaceId } = world
    const rows = await world.inside((tx) => readRound(tx, slices, { wanted, columns, workspaceId }))
    seen.push(...rows.map((row) => row.id))
  }
  expect(seen).toHaveLength(50)
  expect(new Set(seen).size).toBe(50)
})
