import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { type Connection, openDatabase } from '../server/db/database.ts'
import { joinStore } from '../server/db/launcher/open-store.ts'
import { migrate } from '../server/db/migrate.ts'
import { connectionTo, inServer } from './test-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run, and the database in it that was migrated once and is copied for every test file. */
    store: { server: Connection; template: string }
  }
}

/** One throw-away PostgreSQL for the whole run, or the server named in DATABASE_URL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['DATABASE_URL']
  const { server, stop } = url ? { server: { connectionString: url }, stop: async () => {} } : await throwAwayStore()
  const template = `earshot_template_${process.pid}`
  await inServer(server, sql`create database ${sql.id(template)}`)
  const db = openDatabase(connectionTo(server, template), 2)
  await migrate(db)
  await db.close()
  project.provide('store', { server, template })
  return async () => {
    await inServer(server, sql`drop database if exists ${sql.id(template)} with (force)`)
    await stop()
  }
}

async function throwAwayStore(): Promise<{ server: Connection; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'))
  // As root, PostgreSQL runs as another user, who must get here.
  chmodSync(folder, 0o755)
  const store = await joinStore({ dataFolder: join(folder, 'data'), say: () => {} })
  return {
    server: store.connection,
    stop: async () => {
      await store.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
