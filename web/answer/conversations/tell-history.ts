import type { ConversationView } from '../../../contract/conversations.ts'
import type { TextKey, Translate } from '../../live/text.ts'

type HistoryRow = ConversationView['history'][number]

const sentences: Record<string, TextKey> = {
  'conversation.opened': 'history.opened',
  'conversation.topic_added': 'history.topicAdded',
  'conversation.routed': 'history.routed',
  'conversation.assigned': 'history.assigned',
  'conversation.set_aside': 'history.setAside',
  'conversation.brought_back': 'history.broughtBack',
  'conversation.rested': 'history.rested',
  'conversation.snoozed': 'history.snoozed',
  'conversation.woken': 'history.woken',
  'conversation.split_off': 'history.splitOff',
  'conversation.copies_joined': 'history.copiesJoined',
  'conversation.turn_changed': 'history.turnChanged',
  'conversation.ending_proposed': 'history.endingProposed',
  'conversation.ended': 'history.ended',
  'conversation.thread_read': 'history.threadRead',
  'message.received': 'history.received',
  'message.edited': 'history.edited',
  'message.deleted_at_source': 'history.deleted',
  'note.added': 'history.note',
  'reply.queued': 'history.replyQueued',
  'reply.sent': 'history.replySent',
  'reply.failed': 'history.replyFailed',
  'reply.unknown': 'history.replyUnknown',
  'reply.taken_back': 'history.replyTakenBack',
  'reply.heard': 'history.replyHeard',
  'promise.made': 'history.promise',
  'clock.ran_out': 'history.clock',
  'reading.corrected': 'history.corrected',
}

/** One thing a conversation went through, as a sentence. What has no sentence yet is left out. */
export function tellHistory(row: HistoryRow, t: Translate): string | undefined {
  const key = sentences[row.name]
  if (!key) return undefined
  const to = [nameIn(row.details['assignee']), nameIn(row.details['department'])].filter(Boolean).join(', ')
  const turn = row.details['turn']
  const reason = row.details['reason']
  return t(key, {
    to: to || t('assign.nobody'),
    turn: typeof turn === 'string' && isTurn(turn) ? t(`turn.${turn}`) : '',
    reason: typeof reason === 'string' ? reasonIn(reason, t) : '',
  }).trim()
}

function nameIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}

function isTurn(value: string): value is 'ours' | 'theirs' | 'resting' | 'ended' | 'set_aside' {
  return ['ours', 'theirs', 'resting', 'ended', 'set_aside'].includes(value)
}

function reasonIn(reason: string, t: Translate): string {
  if (reason === 'spam' || reason === 'no_answer_wanted' || reason === 'not_ours' || reason === 'chose_not_to_join')
    return t(`aside.reason.${reason}`)
  return reason
}
