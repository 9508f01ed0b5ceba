import { sql } from 'kysely'
import type { z } from 'zod'
import { readerNames } from '../../../../contract/reader-kinds.ts'
import type { readerShares } from '../../../../contract/readings.ts'
import type { Who } from '../../../access/who.ts'
import { lineOf } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'
import { selectCorrections } from '../corrections/select-corrections.ts'
import { readLines } from '../lines/read-lines.ts'
import { measureAccuracy } from './measure-accuracy.ts'

/** How often each reader is right, by what people said of posts that the asker may see. */
export async function readShares(tx: Tx, who: Who): Promise<z.infer<typeof readerShares>> {
  const lines = await readLines(tx, who.workspaceId)
  const drawn = Object.fromEntries(readerNames.map((reader) => [reader, lineOf(reader, lines)]))
  const judged = await selectCorrections(tx, who, { filter: {}, lines })
    .select(['correction.reader', 'correction.was', 'correction.label', 'correction.isSampled'])
    .select(
      sql<boolean>`coalesce(correction.confidence >= (${JSON.stringify(drawn)}::jsonb ->> correction.reader)::real, false)`.as(
        'isAbove',
      ),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['correction.reader', 'correction.was', 'correction.label', 'correction.isSampled', 'isAbove'])
    .execute()
  const items = readerNames.map((reader) => {
    const own = judged.filter((one) => one.reader === reader)
    return {
      reader,
      sampled: measureAccuracy(own).sampled,
      corrections: own.reduce((sum, { count }) => sum + count, 0),
    }
  })
  return { items }
}
