import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { hearWakes } from './hear-wakes.ts'

const db = await testDatabase()
const heard: (string | undefined)[][] = []
let ear: ReturnType<typeof hearWakes> | undefined
afterEach(async () => {
  await ear?.close()
  heard.length = 0
})

const say = (notice: string) => sql`select pg_notify('earshot', ${notice})`.execute(db.kysely)
const untilHeard = (...expected: (string | undefined)[]) =>
  expect.poll(() => heard, { timeout: 10_000, interval: 20 }).toContainEqual(expected)
const cutTheLine = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen earshot'`.execute(db.kysely)

test('a notice is heard with its workspace; a cut line is opened again and everything looked at', async () => {
  ear = hearWakes(db.connection, (...notice) => heard.push(notice))
  await untilHeard(undefined, undefined)
  await say('arrivals w1')
  await untilHeard('arrivals', 'w1')

  heard.length = 0
  await cutTheLine()
  await untilHeard(undefined, undefined)
  await say('outbox w2')
  await untilHeard('outbox', 'w2')
})

test('closed, it hears no more and leaves no connection', async () => {
  ear = hearWakes(db.connection, (...notice) => heard.push(notice))
  await untilHeard(undefined, undefined)
  await ear.close()
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and query = 'listen earshot'`.execute(db.kysely)
  expect(rows).toEqual([])
})

test('a store that cannot be reached yet is no error; closing does not wait for it', async () => {
  ear = hearWakes({ host: '127.0.0.1', port: 9, database: 'none', user: 'nobody' }, (...notice) => heard.push(notice))
  await new Promise((resolve) => setTimeout(resolve, 50))
  await ear.close()
  expect(heard).toEqual([])
})
