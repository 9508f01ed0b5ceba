import type { Tx } from '../../db/database.ts'
import { addTopics } from './add-topics.ts'
import type { ConversationRow } from './conversation-store.ts'
import type { HeardPost } from './heard-post.ts'
import { hearReply } from './hear-reply.ts'
import { receiveMessage } from './receive-message.ts'

/** Puts a post into the conversation that holds its thread: their words, or ours where one of us wrote at the network. */
export async function continueConversation(tx: Tx, heard: HeardPost, conversation: ConversationRow) {
  const messageId = heard.post.ours
    ? await hearReply(tx, heard, conversation)
    : await receiveMessage(tx, heard, conversation)
  await addTopics(tx, heard, conversation.id)
  return { conversationId: conversation.id, opened: false, messageId }
}
