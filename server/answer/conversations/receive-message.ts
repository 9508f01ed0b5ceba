import type { Tx } from '../../db/database.ts'
import { record, type Recorded } from '../../events.ts'
import { recognisePerson, type Recognised } from '../../know/people/recognise-person.ts'
import { newId } from '../../lib/id.ts'
import { turnWhenTheyWrite } from '../../model/turn-machine.ts'
import type { Turn } from '../../model/turn.ts'
import { type ConversationRow, changeConversation, liftAside } from './conversation-store.ts'
import { closingOf, type HeardPost, proposalOf } from './heard-post.ts'
import { startClock } from './keep-clock.ts'
import { markUnreadForAll } from './mark-read.ts'
import { releaseFromWhoLeft } from './release-from-who-left.ts'
import { wakeSnoozed } from './snooze.ts'

/**
 * Somebody else wrote in a conversation: from now on it is our turn, a clock runs, and nobody has read it yet. Only a
 * thank-you on an ended conversation leaves it ended; on an open one it proposes the end, and a person decides.
 */
export async function receiveMessage(
  tx: Tx,
  heard: HeardPost,
  conversation: ConversationRow,
  author?: Recognised,
): Promise<string> {
  const { workspaceId, reading } = heard
  const on = { workspaceId, conversationId: conversation.id }
  const { idSpace, author: account } = heard.post
  const { personId, identityId } = author ?? (await recognisePerson(tx, { workspaceId, idSpace, author: account }))
  const messageId = await insertMessage(tx, heard, conversation, identityId)
  const closing = closingOf(reading)
  const turn = turnWhenTheyWrite(conversation.turn, closing)
  // Praise that opens a conversation ends nothing.
  const goesOn = conversation.lastMessageId !== null
  const proposes = goesOn && closing === 'thanks' && turn !== 'ended' && personId === conversation.personId
  if (conversation.turn === 'set_aside' || conversation.turn === 'resting') await liftAside(tx, on)
  await changeConversation(tx, on, {
    ...(await newest(tx, heard, conversation, messageId)),
    ...reopened(conversation.turn, turn),
    messageCount: conversation.messageCount + 1,
    unansweredQuestions: 0,
    proposedEnding: proposes ? proposalOf(messageId, reading) : null,
    // What goes on is more than a copy, and stands by itself.
    ...(goesOn ? { copiesId: null } : {}),
  })
  const received: Recorded = { name: 'message.received', ...on, subjectId: messageId, details: { messageId, turn } }
  const proposed: Recorded = { name: 'conversation.ending_proposed', ...on, details: { messageId } }
  await record(tx, workspaceId, received, ...(proposes ? [proposed] : []))
  if (conversation.assigneeId !== null) await releaseFromWhoLeft(tx, on)
  await startClock(tx, on)
  if (!goesOn) return messageId
  await wakeSnoozed(tx, on, { why: 'reply' })
  await markUnreadForAll(tx, on)
  return messageId
}

async function insertMessage(
  tx: Tx,
  { workspaceId, post }: HeardPost,
  conversation: ConversationRow,
  identityId: string,
): Promise<string> {
  const messageId = newId()
  await tx
    .insertInto('message')
    .values({
      workspaceId,
      id: messageId,
      conversationId: conversation.id,
      identityId,
      direction: 'in',
      at: post.postedAt,
      postId: post.id,
      postedAt: post.postedAt,
      externalId: post.externalId,
      url: post.url,
    })
    .execute()
  return messageId
}

function reopened(before: Turn, turn: Turn): { turn: Turn; endingId?: null } {
  return before === 'ended' && turn !== 'ended' ? { turn, endingId: null } : { turn }
}

/** A post that was heard late does not become the newest of its conversation. */
async function newest(tx: Tx, { workspaceId, post }: HeardPost, conversation: ConversationRow, messageId: string) {
  const lastIn =
    conversation.lastInMessageId === null
      ? undefined
      : await tx
          .selectFrom('message')
          .select('at')
          .where('workspaceId', '=', workspaceId)
          .where('id', '=', conversation.lastInMessageId)
          .executeTakeFirst()
  const isLast = conversation.lastMessageId === null || post.postedAt >= conversation.lastActivityAt
  return {
    ...(isLast ? { lastMessageId: messageId, lastActivityAt: post.postedAt } : {}),
    ...(!lastIn || post.postedAt >= lastIn.at ? { lastInMessageId: messageId } : {}),
  }
}
