import { conflict } from '../../../access/problem.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../lib/id.ts'
import { mustSeePost } from '../visible-posts.ts'
import { countDay } from './count-day.ts'
import { readRefiner, readersOfRefiner } from './refiner-store.ts'

/** A colleague wants the refiner to be asked about a post. Asked twice while it waits is asked once. Throws `conflict` or `not_found`. */
export async function requestRefining(tx: Tx, who: Who, postId: string): Promise<void> {
  await mustSeePost(tx, who, postId)
  const { workspaceId } = who
  const refiner = await readRefiner(tx, workspaceId)
  if (!refiner?.isOn) throw conflict('refiner_off', 'No refiner is switched on. Who manages the workspace can do that.')
  const waits = await tx
    .selectFrom('refinerAsk')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .where('state', 'in', ['waiting', 'asking'])
    .executeTakeFirst()
  if (waits) return
  const { left } = await countDay(tx, refiner)
  if (left.chosen === 0) throw conflict('refiner_used_up', 'The refiner was asked as often today as it may be.')
  await tx
    .insertInto('refinerAsk')
    .values({
      workspaceId,
      id: newId(),
      postId,
      readers: readersOfRefiner(refiner),
      askedBy: who.colleagueId,
      settledAt: null,
    })
    .execute()
}
