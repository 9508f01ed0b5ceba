import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { worksIn } from '../conversations/assign-conversation.ts'
import { changeConversation, holdConversation } from '../conversations/conversation-store.ts'
import type { HeardPost } from '../conversations/heard-post.ts'
import { resetClock } from '../conversations/keep-clock.ts'
import { decideRoute, type Route } from './decide-route.ts'
import { openDesk } from './routing-desk.ts'

/** Which of these rules' queries a post answers to; the pipeline knows how to match, this room does not. */
export type WordsFit = (
  rules: readonly { id: string; words: string }[],
) => ReadonlySet<string> | Promise<ReadonlySet<string>>

/**
 * Brings a conversation to the people who should have it, and keeps why. One that a department has already stays there:
 * only a new one, or one that nobody has, is placed.
 */
export async function routeConversation(
  tx: Tx,
  heard: HeardPost & { conversationId: string; opened: boolean },
  wordsFit: WordsFit,
): Promise<void> {
  const { workspaceId, conversationId, opened } = heard
  const conversation = opened ? unplaced : await holdConversation(tx, { workspaceId, conversationId, by: null })
  if (!opened && (conversation.departmentId !== null || heard.matches.length === 0)) return
  const route = await decide(tx, heard, wordsFit)
  if (!opened && route.departmentId === null) return
  const { departmentId, ruleId, why } = route
  const assigneeId = conversation.assigneeId ?? (await assigneeOf(tx, workspaceId, route))
  await changeConversation(tx, heard, { departmentId, assigneeId })
  await tx
    .insertInto('routingDecision')
    .values({ workspaceId, id: newId(), conversationId, ruleId, departmentId, assigneeId, why: JSON.stringify(why) })
    .execute()
  await record(tx, workspaceId, {
    name: 'conversation.routed',
    conversationId,
    details: { departmentId, assigneeId, ruleId },
  })
  await resetClock(tx, heard)
}

/** As a conversation is opened: nobody has it. */
const unplaced = { departmentId: null, assigneeId: null }

async function decide(
  tx: Tx,
  heard: HeardPost & { conversationId: string; opened: boolean },
  wordsFit: WordsFit,
): Promise<Route> {
  const { workspaceId, post, reading, matches } = heard
  const { rules, channels, topics } = await openDesk(tx, workspaceId)
  const wordy = rules.flatMap(({ id, words }) => (words === null ? [] : [{ id, words }]))
  const topicIds = heard.opened ? matches.map((match) => match.topicId) : await readTopicIds(tx, heard)
  return decideRoute({
    rules,
    topics: topicIds.map((id) => ({ id, departmentId: topics.get(id) ?? null })),
    channel: { id: post.channelId, departmentId: channels.get(post.channelId) ?? null },
    sentiment: reading['sentiment']?.label,
    addressedToUs: post.addressedToUs,
    wordsFit: wordy.length > 0 ? await wordsFit(wordy) : new Set(),
  })
}

/** What a conversation that was opened earlier is about, oldest first. */
async function readTopicIds(
  tx: Tx,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('conversationTopic')
    .select('topicId')
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', conversationId)
    .orderBy('at')
    .orderBy('topicId')
    .execute()
  return rows.map((row) => row.topicId)
}

/** The rule's colleague, unless they have left or moved to another department. */
async function assigneeOf(tx: Tx, workspaceId: string, { assigneeId, departmentId }: Route): Promise<string | null> {
  if (assigneeId === null) return null
  return (await worksIn(tx, { workspaceId }, { colleagueId: assigneeId, departmentId })) ? assigneeId : null
}
