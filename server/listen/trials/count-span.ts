import type { Tx } from '../../db/database.ts'
import type { TrialTime } from './trial-time.ts'

/**
 * Over how many days the stored posts of a time go, at least one: a workspace that has listened for a week has a week's
 * matches, not a month's.
 */
export async function countSpan(tx: Tx, workspaceId: string, { from, to }: TrialTime): Promise<number> {
  const oldest = await tx
    .selectFrom('post')
    .select('postedAt')
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '>=', from)
    .where('postedAt', '<', to)
    .orderBy('postedAt')
    .limit(1)
    .executeTakeFirst()
  return Math.max(1, (to.getTime() - (oldest?.postedAt ?? from).getTime()) / 86_400_000)
}
