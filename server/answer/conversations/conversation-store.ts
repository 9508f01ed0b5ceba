import type { Selectable } from 'kysely'
import { notFound } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import type { ConversationTable } from '../../db/answering-tables.ts'

export type ConversationRow = Selectable<ConversationTable>

/** Which conversation is acted on, and by whom; `by` is null where the customer, a rule or the clock does it. */
export interface ActOn {
  workspaceId: string
  conversationId: string
  by: string | null
}

/** The conversation, held against every other act until the transaction ends. Throws `not_found`. */
export async function holdConversation(tx: Tx, on: ActOn): Promise<ConversationRow> {
  const row = await tx
    .selectFrom('conversation')
    .selectAll()
    .where('workspaceId', '=', on.workspaceId)
    .where('id', '=', on.conversationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('conversation')
  return row
}

/** Writes the columns that changed. */
export async function changeConversation(
  tx: Tx,
  on: Pick<ActOn, 'workspaceId' | 'conversationId'>,
  change: Partial<Omit<ConversationRow, 'proposedEnding' | 'id' | 'workspaceId'>> & { proposedEnding?: string | null },
): Promise<void> {
  await tx
    .updateTable('conversation')
    .set(change)
    .where('workspaceId', '=', on.workspaceId)
    .where('id', '=', on.conversationId)
    .execute()
}

/** Takes away what keeps a conversation out of the list: that it was set aside, or rests. */
export async function liftAside(tx: Tx, on: Pick<ActOn, 'workspaceId' | 'conversationId'>): Promise<void> {
  for (const table of ['setAside', 'rest'] as const) {
    await tx
      .deleteFrom(table)
      .where('workspaceId', '=', on.workspaceId)
      .where('conversationId', '=', on.conversationId)
      .execute()
  }
}
