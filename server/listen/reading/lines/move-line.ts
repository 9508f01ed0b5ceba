import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { record } from '../../../events.ts'

/** Moves the line of a reader for the whole workspace; null puts it back to where the reader has it. */
export async function moveLine(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { reader, line }: { reader: ReaderName; line: number | null },
): Promise<void> {
  if (line === null) {
    await tx.deleteFrom('readerLine').where('workspaceId', '=', workspaceId).where('reader', '=', reader).execute()
  } else {
    const changed = { line, changedBy: by, changedAt: new Date() }
    await tx
      .insertInto('readerLine')
      .values({ workspaceId, reader, ...changed })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'reader']).doUpdateSet(changed))
      .execute()
  }
  await record(tx, workspaceId, { name: 'reading.line_moved', subjectId: workspaceId, by, details: { reader, line } })
}
