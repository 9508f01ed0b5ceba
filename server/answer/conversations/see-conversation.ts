import type { ConversationSummary } from '../../../contract/conversations.ts'
import { conversationFilter } from '../../access/filters.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'
import { readSummaries } from '../inbox/read-summaries.ts'

/** Lets nobody past who may not see the conversation. Throws `not_found`. */
export async function mustSee(tx: Tx, who: Who, conversationId: string): Promise<void> {
  const row = isId(conversationId)
    ? await tx
        .selectFrom('conversation')
        .select('id')
        .where('workspaceId', '=', who.workspaceId)
        .where('id', '=', conversationId)
        .where(conversationFilter(who))
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound('conversation')
}

/** How the conversation stands after an act of somebody who saw it, even when the act has taken it out of their sight. */
export async function summaryAfterAct(tx: Tx, who: Who, conversationId: string): Promise<ConversationSummary> {
  const [summary] = await readSummaries(tx, { ...who, isOwner: true }, [conversationId])
  if (!summary) throw notFound('conversation')
  return summary
}
