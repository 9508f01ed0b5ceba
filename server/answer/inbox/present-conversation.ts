import type { ConversationSummary } from '../../../contract/conversations.ts'
import type { Who } from '../../access/who.ts'
import { nameOfAuthor } from './present-author.ts'
import { presentReading } from '../../db/present-reading.ts'
import type { SummaryRow } from './select-summaries.ts'

const firstWords = 280

/** A conversation as lists show it. */
export function presentSummary(row: SummaryRow, who: Who): Omit<ConversationSummary, 'copies'> {
  const reading = presentReading(row.readings, row)
  return {
    id: row.id,
    turn: row.turn,
    person: { id: row.personId, name: row.personName, handle: row.handle ?? '' },
    channel: { id: row.channelId, kind: row.channelKind, name: row.channelName },
    topics: row.topics,
    department: named(row.departmentId, row.departmentName),
    assignee: named(row.assigneeId, row.assigneeName),
    lastMessage: presentLast(row),
    messageCount: row.messageCount,
    openedAt: row.openedAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    unread: row.readAt === null,
    hasDraft: row.hasDraft,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    snoozedUntilReply: row.snoozedUntilReply ?? false,
    proposedEnding: presentProposal(row),
    ...presentClock(row),
    ...(reading ? { reading } : {}),
    may: mayOf(who),
  }
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name }
}

function mayOf(who: Who): ConversationSummary['may'] {
  const answers = who.rights.has('conversation.answer')
  return { reply: answers, note: answers, assign: answers, changeTurn: answers }
}

function presentClock(row: SummaryRow): Pick<ConversationSummary, 'clock'> {
  const { clockKind: kind, clockStartedAt: startedAt, clockDueAt: dueAt } = row
  if (!kind || !startedAt || !dueAt) return {}
  return { clock: { kind, startedAt: startedAt.toISOString(), dueAt: dueAt.toISOString() } }
}

function presentLast(row: SummaryRow): ConversationSummary['lastMessage'] {
  if (!row.lastDirection || !row.lastAt) return null
  const deleted = row.lastPostDeletedAt !== null
  const text = row.lastOwnText ?? row.lastPostText ?? ''
  return {
    text: deleted ? '' : (text || (row.lastPostTitle ?? '')).slice(0, firstWords),
    at: row.lastAt.toISOString(),
    direction: row.lastDirection,
    by: row.writerName ?? nameOfAuthor(row.lastPostAuthor),
    deleted,
  }
}

/** The words by which the reader takes it to be over, cut from their newest message. */
function presentProposal(row: SummaryRow): ConversationSummary['proposedEnding'] {
  const { proposedEnding: proposal, theirText: text } = row
  if (!proposal || text === null || row.theirTextDeletedAt !== null) return null
  if (proposal.messageId !== row.lastInMessageId) return null
  const places = proposal.places.filter((place) => (place.part ?? 'text') === 'text')
  if (places.length === 0) return { messageId: proposal.messageId, words: text.slice(0, firstWords) }
  const start = Math.min(...places.map((place) => place.start))
  const end = Math.max(...places.map((place) => place.end))
  return { messageId: proposal.messageId, words: text.slice(start, Math.min(end, start + firstWords)) }
}
