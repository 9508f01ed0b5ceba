import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Readings } from '../../../model/reading.ts'
import type { Grouped } from './group-copies.ts'

interface ReadPost {
  workspaceId: string
  postId: string
  readings: Readings
  grouped: Grouped | undefined
}

/**
 * Keeps what the readers said of a post and by which copies of it are found. Returns the group of copies it belongs to: while
 * it says the same it stays where it was, since a person may have taken it out. Doing it twice is harmless.
 */
export async function keepReadPost(
  tx: Tx,
  { workspaceId, postId, readings, grouped }: ReadPost,
): Promise<string | null> {
  const text = JSON.stringify(readings)
  const signature = grouped ? Buffer.from(grouped.signature) : null
  const isAsBefore = sql`reading.signature is not distinct from excluded.signature`
  const { copiesId } = await tx
    .insertInto('reading')
    .values({ workspaceId, postId, readings: text, signature, copiesId: grouped?.copiesId ?? null, splitFrom: null })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'postId']).doUpdateSet({
        readings: text,
        at: new Date(),
        signature,
        copiesId: sql<string | null>`case when ${isAsBefore} then reading.copies_id else excluded.copies_id end`,
        splitFrom: sql<
          string | null
        >`case when ${isAsBefore} or reading.copies_id = excluded.copies_id then reading.split_from end`,
      }),
    )
    .returning('copiesId')
    .executeTakeFirstOrThrow()
  return copiesId
}
