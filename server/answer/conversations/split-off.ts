import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { type ActOn, changeConversation, holdConversation } from './conversation-store.ts'

/** Takes a conversation out of the group of copies it was put into: it stands by itself. Doing it twice is harmless. */
export async function splitOff(tx: Tx, on: ActOn): Promise<void> {
  const conversation = await holdConversation(tx, on)
  const { workspaceId, conversationId, by } = on
  const from = conversation.copiesId
  if (from === null) return
  const copiesId = newId()
  const moved = await tx
    .updateTable('reading')
    .set({ copiesId, splitFrom: from })
    .where('workspaceId', '=', workspaceId)
    .where('copiesId', '=', from)
    .where('splitFrom', 'is', null)
    .where('postId', 'in', postsOf(tx, on))
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return
  await changeConversation(tx, on, { copiesId })
  await record(tx, workspaceId, {
    name: 'conversation.split_off',
    conversationId,
    by,
    details: { copiesId: from },
  })
}

/** Undoes that a conversation was split off: it is one of its copies again. Harmless where it was not. */
export async function joinCopies(tx: Tx, on: ActOn): Promise<void> {
  const conversation = await holdConversation(tx, on)
  const { workspaceId, conversationId, by } = on
  if (conversation.copiesId === null) return
  const back = await tx
    .updateTable('reading')
    .set({ copiesId: sql`split_from`, splitFrom: null })
    .where('workspaceId', '=', workspaceId)
    .where('copiesId', '=', conversation.copiesId)
    .where('splitFrom', 'is not', null)
    .where('postId', 'in', postsOf(tx, on))
    .returning('copiesId')
    .executeTakeFirst()
  if (!back) return
  const { copiesId } = back
  await changeConversation(tx, on, { copiesId })
  await record(tx, workspaceId, {
    name: 'conversation.copies_joined',
    conversationId,
    by,
    details: { copiesId: copiesId ?? '' },
  })
}

function postsOf(tx: Tx, { workspaceId, conversationId }: ActOn) {
  return tx
    .selectFrom('message')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .where('postId', 'is not', null)
    .select(sql<string>`post_id`.as('postId'))
}
