import type { ConversationSummary } from '../../../contract/conversations.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { listConversations } from './list-conversations.ts'

const most = 20

/** The newest conversations of one person that the asker may see. */
export async function recentConversations(tx: Tx, who: Who, personId: string): Promise<ConversationSummary[]> {
  const { items } = await listConversations(tx, who, { person: personId, sort: 'newest', limit: most })
  return items
}
