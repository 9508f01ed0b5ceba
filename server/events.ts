import { sql } from 'kysely'
import type { Tx } from './db/database.ts'
import { newId } from './lib/id.ts'
import type { ClockKind, SetAsideReason, Turn } from './model/turn.ts'
import type { Bundle } from './model/grant.ts'

/** Everything that can happen to a conversation. Its turn and its people follow from these, in order. */
export type ConversationEvent =
  | { name: 'conversation.opened'; details: { postId: string; topicIds: string[]; addressedToUs: boolean } }
  | { name: 'conversation.topic_added'; details: { topicIds: string[]; postId: string } }
  | {
      name: 'conversation.routed'
      details: { departmentId: string | null; assigneeId: string | null; ruleId: string | null }
    }
  | {
      name: 'conversation.assigned'
      details: {
        assigneeId: string | null
        departmentId: string | null
        from: { assigneeId: string | null; departmentId: string | null }
        reason: string
      }
    }
  | { name: 'conversation.set_aside'; details: { reason: SetAsideReason; note: string } }
  | { name: 'conversation.brought_back'; details: { turn: Turn } }
  | { name: 'conversation.rested'; details: Record<string, never> }
  | { name: 'conversation.snoozed'; details: { colleagueId: string; until: string | null; untilReply: boolean } }
  | { name: 'conversation.woken'; details: { colleagueId: string; why: 'time' | 'reply' | 'undone' } }
  | { name: 'conversation.split_off' | 'conversation.copies_joined'; details: { copiesId: string } }
  | { name: 'conversation.turn_changed'; details: { turn: 'ours' | 'theirs'; from: Turn } }
  | { name: 'conversation.ending_proposed'; details: { messageId: string } }
  | { name: 'conversation.ended'; details: { endingId: string; evidence: 'message' | 'tap' | 'stated' } }
  | { name: 'conversation.thread_read'; details: { found: number } }
  | { name: 'message.received'; details: { messageId: string; turn: Turn } }
  | { name: 'message.edited'; details: { messageId: string; version: number } }
  | { name: 'message.deleted_at_source'; details: { messageId: string } }
  | { name: 'note.added'; details: { messageId: string } }
  | { name: 'reply.queued'; details: { messageId: string; turn: Turn } }
  | { name: 'reply.sent'; details: { messageId: string } }
  | { name: 'reply.failed'; details: { messageId: string; reason: string } }
  | { name: 'reply.unknown'; details: { messageId: string; reason: string } }
  | { name: 'reply.taken_back'; details: { messageId: string; turn: Turn } }
  | { name: 'reply.heard'; details: { messageId: string; turn: Turn } }
  | { name: 'promise.made'; details: { promiseId: string; dueAt: string; ownerId: string } }
  | { name: 'clock.ran_out'; details: { clock: ClockKind; dueAt: string } }
  | { name: 'reading.proposed'; details: { postId: string } }
  | { name: 'reading.corrected'; details: { postId: string; reader: string; label: string } }

/** Everything else that can happen in a workspace; `subjectId` is the thing it happened to. */
export type WorkspaceEvent =
  | {
      name: 'topic.created' | 'topic.changed' | 'topic.switched_on' | 'topic.switched_off' | 'topic.removed'
      details: { version?: number }
    }
  | { name: 'list.created' | 'list.changed' | 'list.removed'; details: { version?: number } }
  | {
      name: 'topic.example_added' | 'topic.example_removed' | 'topic.marked' | 'topic.unmarked'
      details: { exampleId?: string; postId?: string; right?: boolean }
    }
  | {
      name: 'channel.connected' | 'channel.changed' | 'channel.removed' | 'channel.paused' | 'channel.resumed'
      details: Record<string, never>
    }
  | { name: 'channel.state_changed'; details: { state: string; note: string } }
  | { name: 'post.kept'; details: { count: number } }
  | { name: 'post.shelved' | 'post.retried' | 'post.dropped'; details: { error?: string } }
  | { name: 'reading.line_moved'; details: { reader: string; line: number | null } }
  | { name: 'reading.fit_made'; details: { reader: string } }
  | { name: 'reading.fit_switched'; details: { reader: string; fitId: string | null } }
  | { name: 'reading.refiner_changed'; details: { on: boolean } }
  | { name: 'rule.created' | 'rule.changed' | 'rule.removed'; details: Record<string, never> }
  | { name: 'colleague.joined' | 'colleague.left' | 'colleague.changed'; details: { bundle?: Bundle } }
  | { name: 'invitation.made' | 'invitation.revoked'; details: Record<string, never> }
  | { name: 'key.made' | 'key.revoked'; details: Record<string, never> }
  | { name: 'department.changed' | 'workspace.changed'; details: Record<string, never> }

export type EventName = ConversationEvent['name'] | WorkspaceEvent['name']

type About = { conversationId: string; subjectId?: string } | { subjectId: string; conversationId?: never }

/** An event as it is recorded: what, about what, and who did it (null: the customer, a rule or the clock). */
export type Recorded =
  | (ConversationEvent & { conversationId: string; subjectId?: string; by?: string | null })
  | (WorkspaceEvent & About & { by?: string | null })

/**
 * Writes what happened, in the transaction that made it happen, and wakes whoever watches the workspace once it is
 * committed. Several at once keep their order.
 */
export async function record(tx: Tx, workspaceId: string, ...events: Recorded[]): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('event')
    .values(
      events.map((event) => ({
        workspaceId,
        id: newId(),
        name: event.name,
        conversationId: event.conversationId ?? null,
        subjectId: event.subjectId ?? null,
        by: event.by ?? null,
        details: JSON.stringify(event.details),
      })),
    )
    .execute()
  await wake(tx, workspaceId, 'events')
}

/** What a sleeping loop may be waiting for. A lost notice costs time, never work: every loop also looks by itself. */
export type Wake = 'events' | 'posts' | 'outbox' | 'topics' | 'channels' | 'threads'

/** Tells the loops and live screens of a workspace that there is something new, once the transaction is committed. */
export async function wake(tx: Tx, workspaceId: string, what: Wake): Promise<void> {
  const notice = `${what} ${workspaceId}`
  const said = noticesOf.get(tx) ?? new Set()
  if (said.has(notice)) return
  noticesOf.set(tx, said.add(notice))
  await sql`select pg_notify('earshot', ${notice})`.execute(tx)
}

/** A transaction says each notice once: the store would fold them, but each costs a round trip. */
const noticesOf = new WeakMap<Tx, Set<string>>()
