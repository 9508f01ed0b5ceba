import { sql } from 'kysely'
import type { Database } from '../../server/db/database.ts'

/** What a request may leave behind without having changed anything. */
const notes = new Set(['idempotency'])

/** A print of every table: two that are equal mean that nothing was written in between. With a workspace, its rows alone. */
export async function dumpStore(db: Database, workspaceId?: string): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db.kysely)
  const prints: Record<string, string> = {}
  for (const { name } of tables.rows) {
    if (notes.has(name)) continue
    const row = name === 'api_key' ? sql`(to_jsonb(it) - 'last_used_at')::text` : sql`it::text`
    const [shown, own] = workspaceId === undefined ? [true, ''] : [await isOfWorkspaces(db, name), workspaceId]
    if (!shown) continue
    const rows = own === '' ? sql`true` : sql`it.workspace_id = ${own}`
    const printed = await sql<{ print: string | null }>`select md5(string_agg(${row}, '|' order by ${row})) as print
      from ${sql.table(name)} it where ${rows}`.execute(db.kysely)
    prints[name] = printed.rows[0]?.print ?? ''
  }
  return prints
}

async function isOfWorkspaces(db: Database, table: string): Promise<boolean> {
  const found = await sql`select 1 from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = 'workspace_id'`.execute(db.kysely)
  return found.rows.length > 0
}
