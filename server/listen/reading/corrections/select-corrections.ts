import { sql } from 'kysely'
import type { CorrectionFilter } from '../../../../contract/readings.ts'
import type { Who } from '../../../access/who.ts'
import { lineOf, type Lines } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'
import { isVisiblePost } from '../visible-posts.ts'

/** What people said of posts that the asker may see and that still stands, as far as it fits the filter. */
export function selectCorrections(tx: Tx, who: Who, { filter, lines }: { filter: CorrectionFilter; lines: Lines }) {
  const { reader, was, label, by, verdict, sampled, sure } = filter
  return tx
    .selectFrom('correction')
    .where('correction.workspaceId', '=', who.workspaceId)
    .where('correction.takenBackAt', 'is', null)
    .where((eb) => isVisiblePost(who, eb.ref('correction.postId')))
    .$if(reader !== undefined, (all) => all.where('correction.reader', '=', reader!))
    .$if(was !== undefined, (all) => all.where('correction.was', '=', was!))
    .$if(label !== undefined, (all) => all.where('correction.label', '=', label!))
    .$if(by !== undefined, (all) => all.where('correction.by', '=', by!))
    .$if(verdict === 'right', (all) => all.whereRef('correction.label', '=', 'correction.was'))
    .$if(verdict === 'wrong', (all) => all.where(sql<boolean>`correction.label is distinct from correction.was`))
    .$if(sampled !== undefined, (all) => all.where('correction.isSampled', '=', sampled === 'yes'))
    .$if(sure !== undefined, (all) =>
      all
        .where('correction.was', 'not in', ['unknown'])
        .where('correction.confidence', sure === 'above' ? '>=' : '<', lineOf(reader ?? '', lines)),
    )
}
