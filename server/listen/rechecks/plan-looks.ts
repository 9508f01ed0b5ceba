import type { Tx } from '../../db/database.ts'
import { nextLook } from './next-look.ts'

interface Planning {
  workspaceId: string
  channelId: string
  mostHours: number
  now: Date
}

const mostAtOnce = 1_000

/** Whoever keeps posts may take this long to its commit; younger ids are not passed over before. */
const settledAfterMs = 120_000

/** Plans the first look of posts that were kept since the last time. Returns how many. */
export async function planLooks(tx: Tx, { workspaceId, channelId, mostHours, now }: Planning): Promise<number> {
  const place = await tx
    .selectFrom('recheckPlace')
    .select('postId')
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channelId)
    .forUpdate()
    .executeTakeFirst()
  const posts = await tx
    .selectFrom('post')
    .select(['id as postId', 'postedAt', 'externalId', 'deletedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channelId)
    .where('keptAt', '<', new Date(now.getTime() - settledAfterMs))
    .$if(place !== undefined, (query) => query.where('id', '>', place!.postId))
    .orderBy('id')
    .limit(mostAtOnce)
    .execute()
  const last = posts.at(-1)
  if (!last) return 0
  const standing = posts.filter((post) => post.deletedAt === null)
  if (standing.length > 0)
    await tx
      .insertInto('postRecheck')
      .values(
        standing.map(({ postId, postedAt, externalId }) => ({
          workspaceId,
          channelId,
          postId,
          postedAt,
          externalId,
          dueAt: nextLook({ postedAt, now, mostHours }),
        })),
      )
      .onConflict((row) => row.doNothing())
      .execute()
  await tx
    .insertInto('recheckPlace')
    .values({ workspaceId, channelId, postId: last.postId })
    .onConflict((row) => row.columns(['workspaceId', 'channelId']).doUpdateSet({ postId: last.postId }))
    .execute()
  return standing.length
}
