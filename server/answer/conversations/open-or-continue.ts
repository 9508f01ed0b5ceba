import type { Tx } from '../../db/database.ts'
import { addTopics } from './add-topics.ts'
import { continueConversation } from './continue-conversation.ts'
import type { ConversationRow } from './conversation-store.ts'
import { findPlace, type Placed } from './find-place.ts'
import type { HeardPost } from './heard-post.ts'
import { openConversation } from './open-conversation.ts'

/**
 * The place of a post: in the thread we hold, else in a new conversation when a topic matched it or somebody speaks to us,
 * else none. The same post again changes nothing but adds topics that match it only now.
 */
export async function openOrContinue(tx: Tx, heard: HeardPost): Promise<Placed | undefined> {
  const placed = await findPlace(tx, heard)
  if (placed) {
    await addTopics(tx, heard, placed.conversationId)
    return placed
  }
  if (heard.post.deletedAt) return undefined
  const held = await findHeld(tx, heard)
  if (held) return continueHeld(tx, heard, held)
  if (heard.post.ours || (heard.matches.length === 0 && !heard.post.addressedToUs)) return undefined
  const opened = await openConversation(tx, heard)
  if (opened) return opened
  const meanwhile = await findHeld(tx, heard)
  return meanwhile && continueHeld(tx, heard, meanwhile)
}

/** The conversation is ours alone by now, but another transaction may have put this post there before. */
async function continueHeld(tx: Tx, heard: HeardPost, conversation: ConversationRow): Promise<Placed> {
  return (await findPlace(tx, heard)) ?? continueConversation(tx, heard, conversation)
}

function findHeld(tx: Tx, { workspaceId, post }: HeardPost): Promise<ConversationRow | undefined> {
  return tx
    .selectFrom('conversation')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('idSpace', '=', post.idSpace)
    .where('threadKey', '=', post.threadKey)
    .forUpdate()
    .executeTakeFirst()
}
