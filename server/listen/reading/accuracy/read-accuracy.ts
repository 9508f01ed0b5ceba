import { sql } from 'kysely'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { AccuracyView } from '../../../../contract/readings.ts'
import type { Who } from '../../../access/who.ts'
import { lineOf } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'
import { selectCorrections } from '../corrections/select-corrections.ts'
import { readLines } from '../lines/read-lines.ts'
import { measureAccuracy } from './measure-accuracy.ts'

/** How often a reader is right, by what people said of posts that the asker may see. Every figure opens its list. */
export async function readAccuracy(tx: Tx, who: Who, reader: ReaderName): Promise<AccuracyView> {
  const lines = await readLines(tx, who.workspaceId)
  const line = lineOf(reader, lines)
  const judged = await selectCorrections(tx, who, { filter: { reader }, lines })
    .select(['correction.was', 'correction.label', 'correction.isSampled'])
    .select(sql<boolean>`coalesce(correction.confidence >= ${line}, false)`.as('isAbove'))
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['correction.was', 'correction.label', 'correction.isSampled', 'isAbove'])
    .execute()
  return { reader, line, ...measureAccuracy(judged) }
}
