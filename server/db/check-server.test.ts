import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { checkServer, judgeServer, readServerState, type Settings } from './check-server.ts'
import { openDatabase } from './database.ts'

const db = await testDatabase()

test('a server that keeps its word is taken without a word', async () => {
  expect(await checkServer(db, false)).toEqual([])
  expect(await readServerState(db)).toMatchObject({ fsync: true, synchronousCommit: 'on' })
})

test('a database that was told not to wait for the disk is refused, or loudly allowed', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.kysely)
  await sql`alter database ${sql.id(rows[0]?.name ?? '')} set synchronous_commit = off`.execute(db.kysely)
  const careless = openDatabase(db.connection, 1)
  try {
    await expect(checkServer(careless, false)).rejects.toThrow(
      /synchronous_commit=off: what it has acknowledged can be lost/,
    )
    expect(await checkServer(careless, true)).toEqual([expect.stringContaining('use this for tests only')])
  } finally {
    await careless.close()
  }
})

const sound: Settings = { version: '15.1', major: 15, fsync: true, fullPageWrites: true, synchronousCommit: 'on' }

test.each([
  [{ fsync: false }, 'fsync=off'],
  [{ fullPageWrites: false }, 'full_page_writes=off'],
  [{ fsync: false, fullPageWrites: false }, 'fsync=off and full_page_writes=off'],
  [{ version: '14.9', major: 14 }, 'The database server is PostgreSQL 14.9; Earshot needs 15 or newer.'],
])('a server with %j is refused in words', (settings, said) => {
  expect(() => judgeServer({ ...sound, ...settings }, false)).toThrow(said)
})

test('an old server is refused even where an unsafe one is allowed', () => {
  expect(() => judgeServer({ ...sound, major: 14 }, true)).toThrow('15 or newer')
})
