import type { RawBuilder } from 'kysely'
import { type Connection, openDatabase } from '../server/db/database.ts'

/** The server of this run with another of its databases. */
export function connectionTo(server: Connection, database: string): Connection {
  if (!('connectionString' in server)) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Runs one statement on the server itself, outside the databases of the tests. */
export async function inServer(server: Connection, statement: RawBuilder<unknown>): Promise<void> {
  const admin = openDatabase(server, 1)
  try {
    await statement.execute(admin.kysely)
  } finally {
    await admin.close()
  }
}
