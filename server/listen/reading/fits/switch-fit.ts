import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import { notFound } from '../../../access/problem.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { record } from '../../../events.ts'

/** Switches one fit of a reader on and the others off; null switches all off. What comes from now on is read so. */
export async function switchFit(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { reader, fitId }: { reader: ReaderName; fitId: string | null },
): Promise<void> {
  const ofReader = () => tx.updateTable('readerFit').where('workspaceId', '=', workspaceId).where('reader', '=', reader)
  const switched = { switchedBy: by, switchedAt: new Date() }
  await ofReader()
    .where('isOn', '=', true)
    .set({ isOn: false, ...switched })
    .execute()
  if (fitId !== null) {
    const found = await ofReader()
      .where('id', '=', fitId)
      .set({ isOn: true, ...switched })
      .returning('id')
      .execute()
    if (found.length === 0) throw notFound('fit')
  }
  const subjectId = fitId ?? workspaceId
  await record(tx, workspaceId, { name: 'reading.fit_switched', subjectId, by, details: { reader, fitId } })
}
