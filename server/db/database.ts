import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from './tables.ts'

/** One open transaction that sees exactly one workspace. */
export type Tx = Transaction<Tables>

/** How to reach the store: a socket folder and port of our own, or the address of a server. */
export type Connection = { connectionString: string } | { host: string; port: number; database: string; user: string }

export interface Database {
  kysely: Kysely<Tables>
  connection: Connection
  close(): Promise<void>
}

types.setTypeParser(types.builtins.DATE, (text) => text)

/** Opens a pool of at most `connections` to the store. Nothing is asked of the server yet. */
export function openDatabase(connection: Connection, connections = 12): Database {
  const pool = new Pool({ ...connection, max: connections, idleTimeoutMillis: 30_000, options: '-c timezone=UTC' })
  // An idle connection that breaks is replaced by the pool; the query that needed it says so.
  pool.on('error', () => {})
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { kysely, connection, close: () => kysely.destroy() }
}
