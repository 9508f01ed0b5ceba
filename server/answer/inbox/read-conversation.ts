import type { ConversationView } from '../../../contract/conversations.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'
import { readThreadState } from '../threads/read-thread-state.ts'
import { explainWhy } from './explain-why.ts'
import { presentMessage } from './present-message.ts'
import { type FactsOfChannel, readAudience } from './read-audience.ts'
import { readEnding, readSetAside } from './read-states.ts'
import { readHistory } from './read-history.ts'
import { type MessageRow, readMessages } from './read-messages.ts'
import { readSummaries } from './read-summaries.ts'

const newestMessages = 200

/** One conversation with everything in it. Throws `not_found`, also for what the asker may not see. */
export async function readConversation(
  tx: Tx,
  who: Who,
  id: string,
  factsOf: FactsOfChannel,
): Promise<ConversationView> {
  const [summary] = isId(id) ? await readSummaries(tx, who, [id]) : []
  if (!summary) throw notFound('conversation')
  const of = { workspaceId: who.workspaceId, conversationId: id }
  const messages = await readMessages(tx, of, newestMessages)
  return {
    ...summary,
    messages: messages.map(presentMessage),
    earlierMessages: messages.length < newestMessages ? 0 : Math.max(0, summary.messageCount - messages.length),
    matches: await readMatches(tx, who.workspaceId, messages),
    history: await readHistory(tx, of),
    why: await explainWhy(tx, of),
    ending: await readEnding(tx, of),
    setAside: await readSetAside(tx, of),
    promises: await readPromises(tx, of),
    audience: await readAudience(tx, of, factsOf),
    drafts: await readDrafts(tx, of, who.colleagueId),
    thread: await readThreadState(tx, of),
  }
}

type Of = { workspaceId: string; conversationId: string }

async function readMatches(
  tx: Tx,
  workspaceId: string,
  messages: readonly MessageRow[],
): Promise<ConversationView['matches']> {
  const postIds = messages.flatMap((message) => (message.postId && !message.deletedAt ? [message.postId] : []))
  if (postIds.length === 0) return []
  return tx
    .selectFrom('match')
    .innerJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'match.workspaceId').onRef('topic.id', '=', 'match.topicId'),
    )
    .where('match.workspaceId', '=', workspaceId)
    .where('match.postId', 'in', postIds)
    .select(['match.topicId', 'topic.name as topicName', 'match.postId', 'match.hits'])
    .orderBy('match.postId')
    .orderBy('match.topicId')
    .execute()
}

async function readPromises(tx: Tx, of: Of): Promise<ConversationView['promises']> {
  const rows = await tx
    .selectFrom('promise')
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'promise.workspaceId').onRef('colleague.id', '=', 'promise.ownerId'),
    )
    .where('promise.workspaceId', '=', of.workspaceId)
    .where('promise.conversationId', '=', of.conversationId)
    .select(['promise.id', 'promise.text', 'promise.dueAt', 'promise.state'])
    .select(['colleague.id as ownerId', 'colleague.name as ownerName'])
    .orderBy('promise.dueAt')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    owner: { id: row.ownerId, name: row.ownerName },
    dueAt: row.dueAt.toISOString(),
    state: row.state,
  }))
}

async function readDrafts(tx: Tx, of: Of, colleagueId: string): Promise<ConversationView['drafts']> {
  const rows = await tx
    .selectFrom('draft')
    .select(['mode', 'text'])
    .where('workspaceId', '=', of.workspaceId)
    .where('conversationId', '=', of.conversationId)
    .where('colleagueId', '=', colleagueId)
    .execute()
  return { reply: '', note: '', ...Object.fromEntries(rows.map((row) => [row.mode, row.text])) }
}
