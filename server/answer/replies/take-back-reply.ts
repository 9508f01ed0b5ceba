import { conflict, notFound } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { noteReplyTakenBack } from '../conversations/note-reply-taken-back.ts'

/** Takes a reply back that has not left yet. Once it is on its way, it is too late. */
export async function takeBackReply(
  tx: Tx,
  on: { workspaceId: string; conversationId: string; by: string },
  messageId: string,
): Promise<void> {
  const delivery = await tx
    .selectFrom('delivery')
    .select(['state', 'attempts'])
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!delivery) throw notFound('reply')
  if (delivery.state === 'taken_back') return
  if (delivery.state !== 'queued') throw conflict('too_late', 'This reply has left already and cannot be taken back.')
  await tx
    .updateTable('delivery')
    .set({ state: 'taken_back', settledAt: new Date() })
    .where('workspaceId', '=', on.workspaceId)
    .where('id', '=', messageId)
    .execute()
  await tx
    .updateTable('message')
    .set({ takenBackAt: new Date() })
    .where('workspaceId', '=', on.workspaceId)
    .where('id', '=', messageId)
    .execute()
  await tx.deleteFrom('promise').where('workspaceId', '=', on.workspaceId).where('messageId', '=', messageId).execute()
  await noteReplyTakenBack(tx, on, messageId)
}
