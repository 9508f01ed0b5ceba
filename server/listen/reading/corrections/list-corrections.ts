import { sql } from 'kysely'
import type { z } from 'zod'
import type { CorrectionView, correctionPage, correctionQuery } from '../../../../contract/readings.ts'
import { placeAfter } from '../../../access/place-after.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { packPageKey } from '../../../lib/page-key.ts'
import { readLines } from '../lines/read-lines.ts'
import { presentPost, readShownPosts } from '../shown-posts.ts'
import { selectCorrections } from './select-corrections.ts'

/** What people said of readings, the newest first; of posts that the asker may see. */
export async function listCorrections(
  tx: Tx,
  who: Who,
  { limit, after, ...filter }: z.infer<typeof correctionQuery>,
): Promise<z.infer<typeof correctionPage>> {
  const place = placeAfter(after, 'id')
  const lines = await readLines(tx, who.workspaceId)
  const rows = await selectCorrections(tx, who, { filter, lines })
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'correction.workspaceId').onRef('colleague.id', '=', 'correction.by'),
    )
    .selectAll('correction')
    .select('colleague.name as byName')
    .select(copies.as('copies'))
    .$if(place !== undefined, (all) => all.where('correction.id', '<', place![0]))
    .orderBy('correction.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const posts = await readShownPosts(
    tx,
    who,
    shown.map((row) => row.postId),
  )
  const items = shown.flatMap((row): CorrectionView[] => {
    const post = posts.get(row.postId)
    return post ? [{ ...presentCorrection(row), post: presentPost(post) }] : []
  })
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}

const copies = sql<number>`(select count(*)::int from correction_copy
  where correction_copy.workspace_id = correction.workspace_id and correction_copy.correction_id = correction.id)`

interface CorrectionRow extends Pick<
  CorrectionView,
  'id' | 'reader' | 'was' | 'label' | 'confidence' | 'version' | 'copies'
> {
  at: Date
  by: string
  byName: string
  isSampled: boolean
}

function presentCorrection(row: CorrectionRow): Omit<CorrectionView, 'post'> {
  const { id, at, by, byName, reader, was, label, confidence, version } = row
  const sampled = row.isSampled
  return {
    id,
    at: at.toISOString(),
    by: { id: by, name: byName },
    reader,
    was,
    label,
    confidence,
    version,
    sampled,
    copies: row.copies,
  }
}
