import { sql } from 'kysely'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import { lineOf } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../lib/id.ts'
import { readLines } from '../lines/read-lines.ts'

/**
 * Puts the newest posts of the last day on which a reader is unsure (it knows nothing, or lies below its line) on the
 * list of what is asked about: none that was asked about or judged before, none of our own. Returns how many.
 */
export async function chooseUnsure(
  tx: Tx,
  workspaceId: string,
  { readers, most }: { readers: readonly ReaderName[]; most: number },
): Promise<number> {
  if (most <= 0 || readers.length === 0) return 0
  const lines = await readLines(tx, workspaceId)
  const unsure = readers.map(
    (reader) => sql<boolean>`(reading.readings -> ${reader} ->> 'label' = 'unknown'
      or (reading.readings -> ${reader} ->> 'confidence')::real < ${lineOf(reader, lines)}::real)`,
  )
  const { rows } = await sql<{ postId: string; unsure: boolean[] }>`
    select reading.post_id as "postId", array[${sql.join(unsure)}] as unsure
    from reading
    join post on post.workspace_id = reading.workspace_id and post.id = reading.post_id
    where reading.workspace_id = ${workspaceId} and reading.at > now() - interval '1 day'
      and post.deleted_at is null and not post.ours and (${sql.join(unsure, sql` or `)})
      and not exists (select 1 from refiner_ask where refiner_ask.workspace_id = reading.workspace_id and refiner_ask.post_id = reading.post_id)
      and not exists (select 1 from correction where correction.workspace_id = reading.workspace_id
        and correction.post_id = reading.post_id and correction.taken_back_at is null)
    order by reading.at desc limit ${most}`.execute(tx)
  if (rows.length === 0) return 0
  await tx
    .insertInto('refinerAsk')
    .values(
      rows.map((row) => ({
        workspaceId,
        id: newId(),
        postId: row.postId,
        readers: readers.filter((_, index) => row.unsure[index]),
        askedBy: null,
        settledAt: null,
      })),
    )
    .execute()
  return rows.length
}
