import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { checkServer, readServerState } from '../db/check-server.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { openConnection } from '../db/open-connection.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { inWorkspace } from '../db/workspace.ts'
import { examineWorkspace } from './examine-workspace.ts'
import { explainConnection } from './explain-connection.ts'
import { type Finding, notice, well, wrong } from './finding.ts'

/** Looks at the store and at what waits in it. Changes nothing; a store that does not run is started for this time. */
export async function examineStore(config: Config): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(join(config.dataFolder, 'store.json'))) {
    return [notice('Store', 'There is none yet; the first start makes it.')]
  }
  try {
    const store = await openConnection({ ...config, say: () => {} }, 'command')
    const db = openDatabase(store.connection, 2)
    try {
      return await examineDatabase(db, config)
    } finally {
      await db.close()
      await store.stop()
    }
  } catch (cause) {
    return [wrong('Store', cause instanceof Error ? cause.message : String(cause))]
  }
}

async function examineDatabase(db: Database, config: Config): Promise<Finding[]> {
  const warnings = await explainConnection(() => checkServer(db, config.allowUnsafeDatabase))
  const { version } = await readServerState(db)
  const kind = config.databaseUrl ? 'a server of your own' : 'the embedded store'
  const findings = [
    well('Store', `PostgreSQL ${version} answers (${kind}).`),
    ...warnings.map((warning) => notice('Store', warning)),
  ]
  const pending = await pendingMigrations(db)
  if (pending.length > 0) {
    return [
      ...findings,
      notice('Shape of the store', `${pending.length} steps are to be done; the next start does them.`),
    ]
  }
  const workspaces = await listWorkspaces(db)
  if (workspaces.length === 0)
    return [...findings, notice('Workspace', 'There is none yet: open the web app and sign up.')]
  const inEach = await Promise.all(
    workspaces.map(({ id, name }) => inWorkspace(db, id, (tx) => examineWorkspace(tx, name))),
  )
  return [...findings, well('Shape of the store', 'It is the newest.'), ...inEach.flat()]
}
