import type { Tx } from '../../db/database.ts'
import type { ActOn } from './conversation-store.ts'

/** Keeps what a colleague is typing, so that a closed browser loses nothing. Nothing but spaces takes the draft away. */
export async function saveDraft(
  tx: Tx,
  on: ActOn & { by: string },
  draft: { mode: 'reply' | 'note'; text: string },
): Promise<void> {
  if (draft.text.trim() === '') return forgetDraft(tx, on, draft.mode)
  const { workspaceId, conversationId, by: colleagueId } = on
  await tx
    .insertInto('draft')
    .values({ workspaceId, conversationId, colleagueId, ...draft })
    .onConflict((row) =>
      row
        .columns(['workspaceId', 'colleagueId', 'conversationId', 'mode'])
        .doUpdateSet({ text: draft.text, savedAt: new Date() }),
    )
    .execute()
}

/** A draft that has become a note or a reply is none any more. */
export async function forgetDraft(tx: Tx, on: ActOn & { by: string }, mode: 'reply' | 'note'): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .where('colleagueId', '=', on.by)
    .where('mode', '=', mode)
    .execute()
}
