import type { Lines } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'

/** The lines that the workspace moved, by reader. */
export async function readLines(tx: Tx, workspaceId: string): Promise<Lines> {
  const rows = await tx
    .selectFrom('readerLine')
    .select(['reader', 'line'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  return Object.fromEntries(rows.map(({ reader, line }) => [reader, line]))
}
