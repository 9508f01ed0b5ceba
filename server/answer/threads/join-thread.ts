import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { changeConversation, holdConversation } from '../conversations/conversation-store.ts'
import { takeInQuietly } from '../conversations/take-in-quietly.ts'

interface Found {
  workspaceId: string
  conversationId: string
  /** Posts that were kept from the thread. */
  postIds: readonly string[]
}

/** Shows what was found around a conversation in it. Returns how many messages that makes. */
export async function joinThread(tx: Tx, { workspaceId, conversationId, postIds }: Found): Promise<number> {
  const on = { workspaceId, conversationId, by: null }
  const conversation = await holdConversation(tx, on)
  const posts = await tx
    .selectFrom('post')
    .select(['id', 'postedAt', 'author', 'ours', 'externalId', 'url', 'idSpace'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${postIds}::uuid[])`)
    .orderBy('postedAt')
    .execute()
  const taken = await takeInQuietly(tx, on, posts)
  if (taken === 0) return 0
  await changeConversation(tx, on, { messageCount: conversation.messageCount + taken })
  await record(tx, workspaceId, { name: 'conversation.thread_read', ...on, details: { found: taken } })
  return taken
}
