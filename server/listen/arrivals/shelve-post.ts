import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { pipelineLog } from '../../log.ts'

/** Puts a post that cannot be read where a person sees it, can run it again or drop it. The line goes on. */
export async function shelvePost(
  tx: Tx,
  workspaceId: string,
  { postId, postedAt }: { postId: string; postedAt: Date },
  { error, attempts }: { error: unknown; attempts: number },
): Promise<void> {
  const sentence = error instanceof Error ? error.message : String(error)
  pipelineLog.error({ workspaceId, postId, err: error }, 'post shelved')
  await tx
    .insertInto('shelvedPost')
    .values({ workspaceId, postId, postedAt, error: sentence.slice(0, 1_000), attempts, droppedAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'postId'])
        .doUpdateSet({ error: sentence.slice(0, 1_000), attempts, at: new Date(), droppedAt: null }),
    )
    .execute()
  await record(tx, workspaceId, { name: 'post.shelved', subjectId: postId, details: { error: sentence.slice(0, 200) } })
}
