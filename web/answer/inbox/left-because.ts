import type { ConversationSummary, InboxView } from '../../../contract/conversations.ts'
import type { Translate } from '../../live/text.ts'
import { mayStillFit } from './inbox-views.ts'

/** Why a conversation no longer fits the view, in words: "Tomás took it", "Now their turn". */
export function leftBecause(view: InboxView, now: ConversationSummary, me: string, t: Translate): string {
  if (now.copies && mayStillFit(view, now, me)) return t('left.folded')
  if (now.turn === 'ended') return t('left.ended')
  if (view === 'snoozed') return t('left.woken')
  const waits = view === 'mine' || view === 'team' || view === 'unrouted'
  if (!waits || now.turn !== 'ours') return t('left.turn', { turn: t(`turn.${now.turn}`) })
  return whereItWent(now, me, t)
}

function whereItWent({ assignee, department }: ConversationSummary, me: string, t: Translate): string {
  if (assignee) return assignee.id === me ? t('left.yours') : t('left.taken', { name: assignee.name })
  return department ? t('left.routed', { name: department.name }) : t('left.other')
}
