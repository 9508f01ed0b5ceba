import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../server/db/database.ts'
import { connectionTo, inServer } from './test-server.ts'

/**
 * A migrated database for one test file, dropped when the file is done. Call it once, at the top of the file:
 * `const db = await testDatabase()`.
 */
export async function testDatabase(connections = 8): Promise<Database> {
  const { server, template } = inject('store')
  const name = `earshot_test_${randomBytes(6).toString('hex')}`
  await inServer(server, sql`create database ${sql.id(name)} template ${sql.id(template)}`)
  const db = openDatabase(connectionTo(server, name), connections)
  afterAll(async () => {
    await db.close()
    await inServer(server, sql`drop database if exists ${sql.id(name)} with (force)`)
  })
  return db
}
