import { sql } from 'kysely'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { record } from '../../../events.ts'

/** So many conversations are told of one correction; a storm of copies would wake everybody for nothing. */
const mostTold = 50

/** Records that these posts are read differently now, in the conversations they belong to. */
export async function sayCorrected(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { postIds, reader, label }: { postIds: readonly string[]; reader: string; label: string },
): Promise<void> {
  const messages = await tx
    .selectFrom('message')
    .select(['conversationId', 'postId'])
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', sql<string>`any(${postIds}::uuid[])`)
    .limit(mostTold)
    .execute()
  await record(
    tx,
    workspaceId,
    ...messages.flatMap(({ conversationId, postId }) =>
      postId === null
        ? []
        : [
            {
              name: 'reading.corrected' as const,
              conversationId,
              subjectId: postId,
              by,
              details: { postId, reader, label },
            },
          ],
    ),
  )
}
