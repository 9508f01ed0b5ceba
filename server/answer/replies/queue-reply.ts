import { sql } from 'kysely'
import type { z } from 'zod'
import type { replyBody } from '../../../contract/conversations.ts'
import { conflict, refused } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { wake } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import type { Frozen } from '../../outbox/delivery.ts'
import { type ConversationRow, holdConversation } from '../conversations/conversation-store.ts'
import { noteReplyQueued } from '../conversations/note-reply-queued.ts'
import { forgetDraft } from '../conversations/save-draft.ts'
import { type FactsOfChannel, readAudience } from '../inbox/read-audience.ts'
import { makePromise } from '../promises/make-promise.ts'

export type ReplyWish = z.infer<typeof replyBody>

export interface QueuedReply {
  id: string
  state: 'queued'
  undoUntil: string | null
}

/**
 * Writes a colleague's reply into the conversation and hands it to the outbox. Its text is frozen here and its key is
 * its id: every later try is the same message. Nothing leaves before `undoSeconds` are over.
 */
export async function queueReply(
  tx: Tx,
  { who, conversationId, factsOf }: { who: Who; conversationId: string; factsOf: FactsOfChannel },
  wish: ReplyWish,
): Promise<QueuedReply> {
  const { workspaceId, colleagueId } = who
  const on = { workspaceId, conversationId, by: colleagueId }
  const conversation = await holdConversation(tx, on)
  const audience = await readAudience(tx, on, factsOf)
  if (audience.reason !== null) throw refused('text', audience.reason, 'no_reply_here')
  if (audience.textLength !== null && lengthOf(wish.text) > audience.textLength)
    throw refused(
      'text',
      `${audience.network} takes ${audience.textLength} characters; this is ${lengthOf(wish.text) - audience.textLength} too long.`,
      'too_long',
    )
  refuseNewer(conversation, wish.seenMessageId)
  const answered = await answeredPost(tx, conversation)
  const undoSeconds = wish.undoSeconds ?? (who.via === 'session' ? 10 : 0)
  const notBefore = new Date(Date.now() + undoSeconds * 1000)
  const id = newId()
  await tx
    .insertInto('message')
    .values({ workspaceId, id, conversationId, direction: 'out', at: new Date(), colleagueId, text: wish.text })
    .execute()
  await tx
    .insertInto('delivery')
    .values({
      workspaceId,
      id,
      conversationId,
      channelId: conversation.channelId,
      key: id,
      state: 'queued',
      outgoing: JSON.stringify({
        text: wish.text,
        authorName: who.name,
        audience: audience.kind,
        inReplyTo: answered,
      } satisfies Frozen),
      notBefore: undoSeconds === 0 ? sql<Date>`clock_timestamp()` : notBefore,
    })
    .execute()
  await rememberReply(tx, conversation, id)
  await noteReplyQueued(tx, on, { messageId: id, text: wish.text, turn: wish.turn ?? 'theirs' })
  if (wish.promise) await makePromise(tx, { ...on, messageId: id }, wish.promise)
  await forgetDraft(tx, on, 'reply')
  await wake(tx, workspaceId, 'outbox')
  return { id, state: 'queued', undoUntil: undoSeconds === 0 ? null : notBefore.toISOString() }
}

/** Characters as people count them, near enough to every network: code points. */
function lengthOf(text: string): number {
  return Array.from(text).length
}

function refuseNewer(conversation: ConversationRow, seen: string | undefined): void {
  if (seen === undefined || conversation.lastMessageId === null || conversation.lastMessageId <= seen) return
  throw conflict('newer_message', 'Something was written since you began. Read it, or send anyway.', 'seenMessageId')
}

/** The message an answer stands under: the newest from outside that is still there. */
async function answeredPost(tx: Tx, { workspaceId, id }: ConversationRow): Promise<Frozen['inReplyTo']> {
  const message = await tx
    .selectFrom('message')
    .innerJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'message.workspaceId')
        .onRef('post.postedAt', '=', 'message.postedAt')
        .onRef('post.id', '=', 'message.postId'),
    )
    .select(['message.postId', 'message.postedAt'])
    .where('message.workspaceId', '=', workspaceId)
    .where('message.conversationId', '=', id)
    .where('message.direction', '=', 'in')
    .where('post.deletedAt', 'is', null)
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!message?.postId || !message.postedAt)
    throw refused(
      'text',
      'What they wrote was deleted at its source, so there is nothing to answer under.',
      'no_reply_here',
    )
  return { postId: message.postId, postedAt: message.postedAt.toISOString() }
}

/** An answer to our reply may name it by the reply's own id: it then belongs to this thread. */
async function rememberReply(
  tx: Tx,
  { workspaceId, idSpace, threadKey }: ConversationRow,
  messageId: string,
): Promise<void> {
  await tx
    .insertInto('postKey')
    .values({ workspaceId, idSpace, externalId: messageId, threadKey, messageId })
    .onConflict((conflicting) => conflicting.doNothing())
    .execute()
}
