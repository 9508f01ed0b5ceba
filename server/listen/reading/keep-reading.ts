import type { Tx } from '../../db/database.ts'
import type { Readings } from '../../model/reading.ts'

/** Keeps what the readers said of a post; a later reading takes the place of an earlier one. Corrections stand apart. */
export async function keepReading(tx: Tx, workspaceId: string, postId: string, readings: Readings): Promise<void> {
  const text = JSON.stringify(readings)
  await tx
    .insertInto('reading')
    .values({ workspaceId, postId, readings: text })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'postId']).doUpdateSet({ readings: text, at: new Date() }),
    )
    .execute()
}
