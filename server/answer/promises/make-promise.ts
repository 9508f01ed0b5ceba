import { refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'

/** Keeps what one of us said we would do, with the message it was said in. Refuses an owner who is none of us. */
export async function makePromise(
  tx: Tx,
  on: { workspaceId: string; conversationId: string; messageId: string; by: string },
  promise: { text: string; dueAt: string; ownerId?: string | undefined },
): Promise<string> {
  const ownerId = promise.ownerId ?? on.by
  const owner = await tx
    .selectFrom('colleague')
    .select('id')
    .where('workspaceId', '=', on.workspaceId)
    .where('id', '=', ownerId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!owner) throw refused('promise.ownerId', 'Nobody here has this id. Leave it out to promise it yourself.')
  const id = newId()
  await tx
    .insertInto('promise')
    .values({
      workspaceId: on.workspaceId,
      id,
      conversationId: on.conversationId,
      messageId: on.messageId,
      text: promise.text,
      ownerId,
      dueAt: new Date(promise.dueAt),
    })
    .execute()
  await record(tx, on.workspaceId, {
    name: 'promise.made',
    conversationId: on.conversationId,
    subjectId: id,
    by: on.by,
    details: { promiseId: id, dueAt: promise.dueAt, ownerId },
  })
  return id
}
