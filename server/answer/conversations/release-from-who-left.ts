import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { changeConversation } from './conversation-store.ts'

/** A conversation of somebody who has left goes back to its department, so that the customer is not forgotten. */
export async function releaseFromWhoLeft(tx: Tx, on: { workspaceId: string; conversationId: string }): Promise<void> {
  const row = await tx
    .selectFrom('conversation')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspaceId', '=', 'conversation.workspaceId')
        .onRef('colleague.id', '=', 'conversation.assigneeId'),
    )
    .where('conversation.workspaceId', '=', on.workspaceId)
    .where('conversation.id', '=', on.conversationId)
    .where('colleague.leftAt', 'is not', null)
    .select(['conversation.assigneeId', 'conversation.departmentId', 'colleague.name'])
    .executeTakeFirst()
  if (!row) return
  const { assigneeId, departmentId } = row
  await changeConversation(tx, on, { assigneeId: null })
  await record(tx, on.workspaceId, {
    name: 'conversation.assigned',
    conversationId: on.conversationId,
    details: {
      assigneeId: null,
      departmentId,
      from: { assigneeId, departmentId },
      reason: `${row.name} has left.`,
    },
  })
}
