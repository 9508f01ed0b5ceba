import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'

export const turn = z.enum(['ours', 'theirs', 'resting', 'ended', 'set_aside'])
export const setAsideReason = z.enum(['spam', 'no_answer_wanted', 'not_ours', 'chose_not_to_join'])

export const hit = z.object({ part: z.enum(['title', 'text', 'alt']), start: z.number().int(), end: z.number().int() })

const evidenceWord = z.object({
  start: z.number(),
  end: z.number(),
  part: z.string().optional(),
  word: z.string().optional(),
})
export const oneReading = z.object({
  label: z.string(),
  confidence: z.number(),
  evidence: z.array(evidenceWord).optional(),
  reader: z.string().optional(),
  /** Below it a reading does not count; where it does not, `label` is what counts instead and `guess` the reader's word. */
  line: z.number().optional(),
  guess: z.string().optional(),
  /** Set where a colleague said otherwise, or that the reader is right; `label` is then theirs, `was` the reader's. */
  correctedBy: named.optional(),
  was: z.string().optional(),
  /** What a refiner proposes and nobody has decided on. */
  proposed: z.object({ id, label: z.string(), by: z.string() }).optional(),
})
/** By reader; the names stand in `readings.ts`. */
export const reading = z.record(z.string(), oneReading)

export const clockView = z.object({ kind: z.enum(['first_reply', 'next_reply']), startedAt: time, dueAt: time })

export const personSummary = z.object({ id, name: z.string(), handle: z.string() })

/** `mine`: assigned to me, ours · `team`: ours, nobody has it · `unrouted`: no department · `proposed`: the reader thinks it is over. */
export const inboxView = z.enum([
  'mine',
  'team',
  'unrouted',
  'theirs',
  'resting',
  'snoozed',
  'ended',
  'set_aside',
  'all',
])
export type InboxView = z.infer<typeof inboxView>

export const conversationQuery = z.strictObject({
  ...paging,
  view: inboxView.optional(),
  turn: turn.optional(),
  department: id.optional(),
  assignee: z.union([id, z.literal('me'), z.literal('nobody')]).optional(),
  topic: id.optional(),
  channel: id.optional(),
  person: id.optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'unknown']).optional(),
  q: z.string().max(200).optional(),
  /** What the figures of outcomes count, so that each opens its list: opened from here on, and before there. */
  openedFrom: time.optional(),
  openedTo: time.optional(),
  /** Whether one of us has answered. */
  answered: z.enum(['yes', 'no']).optional(),
  /** Why it was set aside. */
  reason: setAsideReason.optional(),
  /** `folded`: a group of copies is one line, by the one that stands first; an id: those of this group. All unless asked. */
  copies: z.union([z.literal('folded'), id]).optional(),
  /** Newest activity first, or the clock that runs out first. */
  sort: z.enum(['newest', 'clock']).default('newest'),
})

export const may = z.object({
  reply: z.boolean(),
  note: z.boolean(),
  assign: z.boolean(),
  changeTurn: z.boolean(),
})

export const conversationSummary = z.object({
  id,
  turn,
  person: personSummary,
  channel: z.object({ id, kind: z.string(), name: z.string() }),
  topics: z.array(named),
  department: named.nullable(),
  assignee: named.nullable(),
  lastMessage: z
    .object({
      text: z.string(),
      at: time,
      direction: z.enum(['in', 'out', 'note']),
      by: z.string(),
      deleted: z.boolean(),
    })
    .nullable(),
  messageCount: z.number().int(),
  openedAt: time,
  lastActivityAt: time,
  unread: z.boolean(),
  hasDraft: z.boolean(),
  snoozedUntil: time.nullable(),
  snoozedUntilReply: z.boolean(),
  proposedEnding: z.object({ messageId: id, words: z.string() }).nullable(),
  /** The group of conversations that were opened by copies of one post, and how many of them wait for us; null where it stands alone. */
  copies: z.object({ id, count: z.number().int(), ours: z.number().int() }).nullable(),
  clock: clockView.optional(),
  reading: reading.optional(),
  may,
})
export type ConversationSummary = z.infer<typeof conversationSummary>
export const conversationPage = pageOf(conversationSummary)

export const deliveryState = z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'taken_back'])

export const messageView = z.object({
  id,
  direction: z.enum(['in', 'out', 'note']),
  /** '' once it was deleted at its source. */
  text: z.string(),
  title: z.string().nullable(),
  at: time,
  author: z.object({ id: z.string(), name: z.string(), handle: z.string(), url: z.string().nullable() }),
  /** Where it stands at its source. */
  url: z.string().nullable(),
  language: z.string().nullable(),
  visibility: z.string().nullable(),
  postId: id.nullable(),
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
  mediaDescriptions: z.array(z.string()),
  versions: z.array(z.object({ text: z.string(), replacedAt: time })),
  reading: reading.optional(),
  /** Of a reply: how far the outbox is, until when it can be taken back, why it did not go. */
  state: deliveryState.optional(),
  undoUntil: time.optional(),
  reason: z.string().optional(),
})
export type MessageView = z.infer<typeof messageView>

export const endingView = z.object({
  at: time,
  by: named.nullable(),
  messageId: id.nullable(),
  tap: z.object({ place: z.string(), at: time }).nullable(),
  stated: z.object({ by: z.string(), words: z.string(), at: time }).nullable(),
})

/** One part of the answer to "why is this here?". */
export const why = z.object({
  kind: z.enum(['topic', 'rule', 'addressed_to_us', 'thread', 'department', 'nobody']),
  id: id.optional(),
  name: z.string().optional(),
  words: z.array(z.string()).optional(),
})

export const historyRow = z.object({
  id,
  name: z.string(),
  at: time,
  by: named.nullable(),
  details: z.record(z.string(), z.unknown()),
})

export const conversationView = conversationSummary.extend({
  messages: z.array(messageView),
  /** Older messages there are besides those shown (the newest 200). */
  earlierMessages: z.number().int(),
  matches: z.array(z.object({ topicId: id, topicName: z.string(), postId: id, hits: z.array(hit) })),
  history: z.array(historyRow),
  why: z.array(why),
  ending: endingView.nullable(),
  setAside: z.object({ reason: setAsideReason, note: z.string(), by: named.nullable(), at: time }).nullable(),
  promises: z.array(z.object({ id, text: z.string(), owner: named, dueAt: time, state: z.string() })),
  /** Who will read an answer, and how long it may be. */
  audience: z.object({
    canReply: z.boolean(),
    /** Why no answer can be sent, in words. */
    reason: z.string().nullable(),
    kind: z.enum(['public', 'private']),
    network: z.string(),
    account: z.string(),
    to: z.string(),
    textLength: z.number().int().nullable(),
    replyUntil: time.nullable(),
  }),
  drafts: z.object({ reply: z.string(), note: z.string() }),
  /** What stands around it at its network, read once; null where there is nothing to read. */
  thread: z
    .object({ state: z.enum(['wanted', 'read', 'failed']), note: z.string(), readAt: time.nullable() })
    .nullable(),
})
export type ConversationView = z.infer<typeof conversationView>

export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(20_000) })
export const replyBody = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  promise: z.strictObject({ text: z.string().trim().min(1).max(500), dueAt: time, ownerId: id.optional() }).optional(),
  undoSeconds: z.number().int().min(0).max(30).optional(),
  /** `theirs` unless said otherwise. */
  turn: z.enum(['theirs', 'ours']).optional(),
  /** The newest message the writer has seen; when another has come since, the answer is 409 `newer_message`. */
  seenMessageId: id.optional(),
})
export const replyAnswer = z.object({ id, state: deliveryState, undoUntil: time.nullable() })
export const assignmentBody = z.strictObject({
  assigneeId: id.nullable().optional(),
  department: id.nullable().optional(),
  reason: z.string().trim().max(500).optional(),
})
export const snoozeBody = z.union([z.strictObject({ until: time }), z.strictObject({ untilReply: z.literal(true) })])
export const setAsideBody = z.strictObject({ reason: setAsideReason, note: z.string().trim().max(2_000).optional() })
export const endingBody = z.strictObject({
  evidence: z.union([
    z.strictObject({ messageId: id }),
    z.strictObject({
      statedBy: z.string().trim().min(1).max(200),
      words: z.string().trim().min(1).max(2_000),
      at: time,
    }),
    z.strictObject({ tapId: id }),
  ]),
})
export const turnBody = z.strictObject({ turn: z.enum(['ours', 'theirs']) })
export const draftBody = z.strictObject({ mode: z.enum(['reply', 'note']), text: z.string().max(20_000) })
export const readBody = z.strictObject({ read: z.boolean() })
/** How many wait in each view; counted up to 1,000. */
export const inboxCounts = z.record(inboxView, z.number().int())
/** About a reply that failed, or of which nobody can tell whether it arrived. */
export const heldDecisionBody = z.strictObject({ decision: z.enum(['arrived', 'send_again', 'drop']) })
