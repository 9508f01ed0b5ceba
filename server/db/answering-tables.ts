import type { ClockKind, SetAsideReason, Turn } from '../model/turn.ts'
import type { InWorkspace, Json, Made, Row, WithDefault } from './column.ts'
import type { ColumnType, Generated } from 'kysely'

export interface PersonTable extends Row {
  name: string
  createdAt: Made
}

export interface IdentityTable extends Row {
  personId: string
  idSpace: string
  externalId: string
  handle: string
  name: string | null
  url: string | null
  followers: string | null
  seenAt: Made
}

export interface ConversationTable extends Row {
  channelId: string
  idSpace: string
  threadKey: string
  personId: string
  turn: Turn
  departmentId: string | null
  assigneeId: string | null
  openedAt: Made
  lastActivityAt: Date
  lastMessageId: string | null
  lastInMessageId: string | null
  messageCount: WithDefault<number>
  ourReplies: WithDefault<number>
  unansweredQuestions: WithDefault<number>
  endingId: string | null
  /** The group of copies that the post belongs to by which it was opened, while nothing else was said in it. */
  copiesId: string | null
  /** Set while the reader thinks that the customer is done: their newest message, and where in it they say so. */
  proposedEnding: Json<{ messageId: string; places: { start: number; end: number; part?: string }[] }> | null
}

export interface MessageTable extends Row {
  conversationId: string
  direction: 'in' | 'out' | 'note'
  at: Date
  postId: string | null
  postedAt: Date | null
  identityId: string | null
  colleagueId: string | null
  /** Our own words; what others wrote stands in `post` alone. */
  text: string | null
  externalId: string | null
  url: string | null
  takenBackAt: Date | null
}

export interface TapTable extends Row {
  conversationId: string
  place: string
  at: Made
}

export interface EndingTable extends Row {
  conversationId: string
  messageId: string | null
  messageDirection: 'in' | null
  tapId: string | null
  statedBy: string | null
  statedWords: string | null
  statedAt: Date | null
  by: string | null
  at: Made
}

export interface SetAsideTable extends InWorkspace {
  conversationId: string
  reason: SetAsideReason
  note: WithDefault<string>
  by: string | null
  at: Made
  turnBefore: Turn
}

export interface RestTable extends InWorkspace {
  conversationId: string
  by: string | null
  at: Made
  turnBefore: Turn
}

export interface SnoozeTable extends InWorkspace {
  conversationId: string
  colleagueId: string
  until: Date | null
  untilReply: WithDefault<boolean>
  at: Made
}

export interface ClockTable extends InWorkspace {
  conversationId: string
  kind: ClockKind
  startedAt: Date
  dueAt: Date
  rangAt: Date | null
}

export interface ConversationTopicTable extends InWorkspace {
  conversationId: string
  topicId: string
  at: Made
}

export interface ReadMarkTable extends InWorkspace {
  colleagueId: string
  conversationId: string
  readAt: Date
}

export interface EventTable extends Row {
  txid: Generated<string>
  name: string
  conversationId: string | null
  subjectId: string | null
  by: string | null
  at: Made
  details: Json<Record<string, unknown>>
}

export interface RuleTable extends Row {
  position: number
  topicId: string | null
  channelId: string | null
  sentiment: string | null
  words: string | null
  departmentId: string
  assigneeId: string | null
  isOn: WithDefault<boolean>
  createdAt: Made
  changedBy: string | null
}

/** A part of the reason for a route: a thing of ours by its id, and the words that decided. */
export interface StoredWhy {
  kind: 'topic' | 'rule' | 'addressed_to_us' | 'thread' | 'department' | 'nobody'
  id?: string
  words?: string[]
}

export interface RoutingDecisionTable extends Row {
  conversationId: string
  ruleId: string | null
  departmentId: string | null
  assigneeId: string | null
  /** Parts of the reason in words. */
  why: Json<StoredWhy[]>
  at: Made
}

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'taken_back'

export interface DeliveryTable extends Row {
  conversationId: string
  channelId: string
  key: string
  state: DeliveryState
  outgoing: Json<unknown>
  notBefore: Date
  attempts: WithDefault<number>
  looks: WithDefault<number>
  /** Grows with every claim; a worker with an older one may not write. */
  fence: ColumnType<string, string | number | undefined, string | number>
  leasedUntil: Date | null
  firstTriedAt: Date | null
  reason: WithDefault<string>
  externalId: string | null
  url: string | null
  queuedAt: Made
  settledAt: Date | null
}

export interface PromiseTable extends Row {
  conversationId: string
  messageId: string
  text: string
  ownerId: string
  dueAt: Date
  state: WithDefault<'open' | 'kept' | 'late' | 'broken' | 'moved'>
  createdAt: Made
}

export interface DraftTable extends InWorkspace {
  colleagueId: string
  conversationId: string
  mode: 'reply' | 'note'
  text: string
  savedAt: Made
}

export interface MessageSearchTable extends InWorkspace {
  messageId: string
  conversationId: string
  at: Date
  words: ColumnType<never, never, never>
}
