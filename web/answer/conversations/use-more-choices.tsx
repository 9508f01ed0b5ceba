import { AlarmClock, Ban, Building2, ExternalLink, Link, MailOpen, PanelRight, UserRound } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import type { MenuChoice } from '../../ui/menu-list.tsx'
import { choose } from './choosing.ts'
import { markRead } from './conversation-acts.ts'

type Say = ReturnType<typeof useText>

/** Everything else one can do with a conversation, also what a phone has no room for. */
export function useMoreChoices(conversation: ConversationView): (onPanel: () => void) => MenuChoice[] {
  const t = useText()
  const { id, may, messages } = conversation
  const source = messages.findLast((message) => message.direction === 'in' && message.url && !message.deletedAt)?.url
  const copy = (): void =>
    void navigator.clipboard.writeText(linkTo(id)).then(() => showToast(t('conversation.linkCopied')))
  return (onPanel) => [
    ...(may.assign ? placing(id, t) : []),
    ...(may.changeTurn ? laying(id, t) : []),
    {
      id: 'unread',
      label: t('actions.unread'),
      keys: 'u',
      icon: icon(MailOpen),
      run: () => void markRead([id], false),
    },
    { id: 'panel', label: t('conversation.panel'), keys: ']', icon: icon(PanelRight), run: onPanel },
    { id: 'link', label: t('actions.copyLink'), keys: 'y', icon: icon(Link), run: copy },
    ...(source
      ? [
          {
            id: 'source',
            label: t('actions.source'),
            keys: 'v',
            icon: icon(ExternalLink),
            run: () => void window.open(source, '_blank', 'noopener,noreferrer'),
          },
        ]
      : []),
  ]
}

/** Who has it. */
function placing(id: string, t: Say): MenuChoice[] {
  return [
    { id: 'assign', label: t('actions.assign'), keys: 'a', icon: icon(UserRound), run: () => choose('assign', [id]) },
    {
      id: 'department',
      label: t('actions.department'),
      keys: 'd',
      icon: icon(Building2),
      run: () => choose('department', [id]),
    },
  ]
}

/** Out of the way, for a while or for good. */
function laying(id: string, t: Say): MenuChoice[] {
  return [
    { id: 'snooze', label: t('actions.snooze'), keys: 'h', icon: icon(AlarmClock), run: () => choose('snooze', [id]) },
    { id: 'aside', label: t('actions.setAside'), keys: '#', icon: icon(Ban), run: () => choose('set-aside', [id]) },
  ]
}

function icon(Sign: typeof Ban) {
  return <Sign size={14} aria-hidden="true" />
}

/** The address of a conversation, whoever opens it. */
export function linkTo(id: string): string {
  return `${location.origin}/inbox/all?open=${id}`
}
