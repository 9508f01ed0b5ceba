import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { type ActOn, changeConversation, holdConversation } from './conversation-store.ts'
import { forgetDraft } from './save-draft.ts'

/** Adds words that only we see; the turn stays. Returns the id of the note. */
export async function addNote(
  tx: Tx,
  on: ActOn & { by: string },
  text: string,
  now: Date = new Date(),
): Promise<string> {
  const conversation = await holdConversation(tx, on)
  const { workspaceId, conversationId, by } = on
  const id = newId()
  const at = now > conversation.lastActivityAt ? now : conversation.lastActivityAt
  await tx
    .insertInto('message')
    .values({ workspaceId, id, conversationId, direction: 'note', at, colleagueId: by, text })
    .execute()
  await changeConversation(tx, on, {
    lastMessageId: id,
    lastActivityAt: at,
    messageCount: conversation.messageCount + 1,
  })
  await forgetDraft(tx, on, 'note')
  await record(tx, workspaceId, { name: 'note.added', conversationId, subjectId: id, by, details: { messageId: id } })
  return id
}
