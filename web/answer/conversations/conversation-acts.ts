import type { ConversationSummary } from '../../../contract/conversations.ts'
import { type Method, call } from '../../live/client.ts'
import { Unreachable } from '../../live/refusal.ts'
import { t } from '../../live/text.ts'
import { type ActOnOne, actOn } from './act-on.ts'
import { conversations } from './conversation-store.ts'

type Named = { id: string; name: string } | null
export type SetAsideReason = 'spam' | 'no_answer_wanted' | 'not_ours' | 'chose_not_to_join'
export type Evidence = { messageId: string } | { statedBy: string; words: string; at: string }

/** Gives conversations to a colleague, or to nobody. */
export function assign(ids: readonly string[], assignee: Named): Promise<void> {
  const said = assignee
    ? t('act.assigned', { count: ids.length, name: assignee.name })
    : t('act.unassigned', { count: ids.length })
  return actOn(ids, said, (id) => ({
    change: () => ({ assignee }),
    send: () => post(id, 'assignments', { assigneeId: assignee?.id ?? null }),
    undo: assignBack(id),
  }))
}

/** Hands conversations to a department. */
export function handTo(ids: readonly string[], department: Named): Promise<void> {
  return actOn(
    ids,
    t('act.handed', { count: ids.length, name: department?.name ?? t('inbox.view.unrouted') }),
    (id) => ({
      change: () => ({ department }),
      send: () => post(id, 'assignments', { department: department?.id ?? null }),
      undo: assignBack(id),
    }),
  )
}

function assignBack(id: string): () => Promise<ConversationSummary> {
  const before = conversations.read(id)
  return () =>
    post(id, 'assignments', { assigneeId: before?.assignee?.id ?? null, department: before?.department?.id ?? null })
}

/** Hides conversations from my own list until a time, or until they write (`reply`). */
export function snooze(ids: readonly string[], until: string, words: string): Promise<void> {
  const change =
    until === 'reply'
      ? { snoozedUntilReply: true, snoozedUntil: null }
      : { snoozedUntil: until, snoozedUntilReply: false }
  return actOn(ids, t('act.snoozed', { count: ids.length, until: words }), (id) => ({
    change: () => change,
    send: () => post(id, 'snoozes', until === 'reply' ? { untilReply: true } : { until }),
    undo: () => remove(id, 'snoozes'),
  }))
}

/** Shows snoozed conversations in my list again. */
export function unsnooze(ids: readonly string[]): Promise<void> {
  return actOn(ids, t('act.unsnoozed', { count: ids.length }), (id) => {
    const before = conversations.read(id)
    const body = before?.snoozedUntil ? { until: before.snoozedUntil } : { untilReply: true }
    return {
      change: () => ({ snoozedUntil: null, snoozedUntilReply: false }),
      send: () => remove(id, 'snoozes'),
      undo: () => post(id, 'snoozes', body),
    }
  })
}

/** Lets conversations rest: nobody expects anything, they can come back at any time. */
export function letRest(ids: readonly string[]): Promise<void> {
  return actOn(ids, t('act.rested', { count: ids.length }), (id) => ({
    change: () => ({ turn: 'resting' }),
    send: () => post(id, 'rests', {}),
    undo: () => remove(id, 'rests'),
  }))
}

/** Sets conversations aside, with the reason. */
export function setAside(ids: readonly string[], reason: SetAsideReason, note: string): Promise<void> {
  return actOn(ids, t('act.setAside', { count: ids.length }), (id) => ({
    change: () => ({ turn: 'set_aside' }),
    send: () => post(id, 'set-asides', { reason, ...(note.trim() ? { note: note.trim() } : {}) }),
    undo: () => remove(id, 'set-asides'),
  }))
}

/** Says by hand who is to speak next; brings back what rests or was set aside. */
export function passTurn(ids: readonly string[], turn: 'ours' | 'theirs'): Promise<void> {
  return actOn(ids, t(turn === 'ours' ? 'act.ourTurn' : 'act.theirTurn', { count: ids.length }), (id) => {
    const before = conversations.read(id)?.turn
    return {
      change: () => ({ turn }),
      send: () => post(id, 'turns', { turn }),
      undo: () =>
        before === 'resting'
          ? post(id, 'rests', {})
          : post(id, 'turns', { turn: before === 'theirs' ? 'theirs' : 'ours' }),
    }
  })
}

/** Notes that they said it is over, with their words as proof. It cannot be undone: only their next word brings it back. */
export function endByThem(id: string, evidence: Evidence): Promise<void> {
  return actOn([id], t('act.ended'), () => ({
    change: () => ({ turn: 'ended', proposedEnding: null }),
    send: () => post(id, 'endings', { evidence }),
  }))
}

/** Marks as read or unread for me; nothing is said, the dot tells. */
export function markRead(ids: readonly string[], read: boolean): Promise<void> {
  return actOn(ids, '', (id): ActOnOne => ({
    change: () => ({ unread: !read }),
    send: async () => {
      await call('POST', `/conversations/${id}/reads`, { body: { read } }).catch(unlessUnreachable)
      return undefined
    },
  }))
}

/** The frame says already that there is no connection; what was read is told at the next opening. */
function unlessUnreachable(error: unknown): void {
  if (!(error instanceof Unreachable)) throw error
}

function post(id: string, what: string, body: unknown): Promise<ConversationSummary> {
  return ask('POST', id, what, body)
}

function remove(id: string, what: string): Promise<ConversationSummary> {
  return ask('DELETE', id, what)
}

function ask(method: Method, id: string, what: string, body?: unknown): Promise<ConversationSummary> {
  return call(method, `/conversations/${id}/${what}`, body === undefined ? {} : { body })
}
