import type { Config } from '../config.ts'
import { checkServer } from '../db/check-server.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openConnection } from '../db/open-connection.ts'
import { explainConnection } from './explain-connection.ts'

/**
 * Lends the migrated store to one command: of a running Earshot, or started for this time. What is said goes to
 * standard error, so that standard output holds the command's answer alone.
 */
export async function withStore<Result>(config: Config, act: (db: Database) => Promise<Result>): Promise<Result> {
  const store = await openConnection({ ...config, say }, 'command')
  const db = openDatabase(store.connection, 4)
  try {
    for (const warning of await explainConnection(() => checkServer(db, config.allowUnsafeDatabase))) say(warning)
    await migrate(db)
    return await act(db)
  } finally {
    await db.close()
    await store.stop()
  }
}

function say(sentence: string): void {
  console.error(sentence)
}
