import { sql } from 'kysely'
import type { Database } from './database.ts'

/** How the server keeps its word; shown at `/health`. */
export interface ServerState {
  version: string
  fsync: boolean
  synchronousCommit: string
}

export interface Settings extends ServerState {
  major: number
  fullPageWrites: boolean
}

/** A server that we refuse to use. The message says why, and what to change. */
export class UnfitServer extends Error {
  override name = 'UnfitServer'
}

/** Asks the server for its version and for what it does at a commit. */
export async function readServerState(db: Database): Promise<Settings> {
  const { rows } = await sql<{ version: string; number: number; fsync: string; pages: string; commit: string }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit`.execute(db.kysely)
  const [row] = rows
  if (!row) throw new Error('the server does not tell its settings')
  return {
    version: row.version.split(' ')[0] ?? row.version,
    major: Math.floor(row.number / 10_000),
    fsync: row.fsync === 'on',
    fullPageWrites: row.pages === 'on',
    synchronousCommit: row.commit,
  }
}

/** Asks the server and judges it; see `judgeServer`. */
export async function checkServer(db: Database, allowUnsafe: boolean): Promise<string[]> {
  return judgeServer(await readServerState(db), allowUnsafe)
}

/**
 * Refuses a server older than 15, and one that may lose what it has acknowledged, unless that was allowed on purpose.
 * Returns warnings to be said loudly.
 */
export function judgeServer(state: Settings, allowUnsafe: boolean): string[] {
  if (state.major < 15) {
    throw new UnfitServer(`The database server is PostgreSQL ${state.version}; Earshot needs 15 or newer.`)
  }
  const faults = [
    ...(state.fsync ? [] : ['fsync=off']),
    ...(state.fullPageWrites ? [] : ['full_page_writes=off']),
    ...(state.synchronousCommit === 'off' ? ['synchronous_commit=off'] : []),
  ]
  if (faults.length === 0) return []
  const said = `The database server runs with ${faults.join(' and ')}: what it has acknowledged can be lost when the machine stops.`
  if (allowUnsafe) return [`${said} EARSHOT_ALLOW_UNSAFE_DATABASE=1 allows it; use this for tests only.`]
  throw new UnfitServer(`${said} Switch it on in postgresql.conf, or set EARSHOT_ALLOW_UNSAFE_DATABASE=1 for tests.`)
}
