import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { addTopics } from './add-topics.ts'
import { changeConversation, holdConversation } from './conversation-store.ts'
import { closingOf, type HeardPost, proposalOf } from './heard-post.ts'
import { findPlace, type Placed } from './find-place.ts'
import { openOrContinue } from './open-or-continue.ts'

/**
 * A post was changed at its source. Where it stands in a conversation, that says so, and a proposed ending follows the
 * new words; where it does not, the new words may open or continue one. The same version again changes nothing.
 */
export async function editMessage(tx: Tx, heard: HeardPost): Promise<Placed | undefined> {
  const placed = await findPlace(tx, heard)
  if (!placed) return openOrContinue(tx, heard)
  const { workspaceId, post, reading } = heard
  const { conversationId, messageId } = placed
  const conversation = await holdConversation(tx, { workspaceId, conversationId, by: null })
  await addTopics(tx, heard, conversationId)
  if (conversation.copiesId !== null && heard.copiesId !== conversation.copiesId)
    await changeConversation(tx, { workspaceId, conversationId }, { copiesId: heard.copiesId ?? null })
  if (await isNoted(tx, heard, placed)) return placed
  if (conversation.lastInMessageId === messageId && conversation.turn !== 'ended') {
    const proposedEnding = closingOf(reading) === 'thanks' ? proposalOf(messageId, reading) : null
    await changeConversation(tx, { workspaceId, conversationId }, { proposedEnding })
  }
  await record(tx, workspaceId, {
    name: 'message.edited',
    conversationId,
    subjectId: messageId,
    details: { messageId, version: post.version },
  })
  return placed
}

async function isNoted(tx: Tx, { workspaceId, post }: HeardPost, placed: Placed): Promise<boolean> {
  const noted = await tx
    .selectFrom('event')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', placed.conversationId)
    .where('name', '=', 'message.edited')
    .where('subjectId', '=', placed.messageId)
    .where(sql<boolean>`(details ->> 'version')::int >= ${post.version}`)
    .executeTakeFirst()
  return noted !== undefined
}
