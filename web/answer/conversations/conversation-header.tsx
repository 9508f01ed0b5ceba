import { AlarmClock, ChevronDown, ChevronLeft, Ellipsis, PanelRight, UserRound } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { useWindowWidth } from '../../live/window-width.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ClockLabel } from '../clock-label.tsx'
import { oneLine } from '../plain-words.ts'
import { TurnGlyph, TurnMark } from '../turn-glyph.tsx'
import { choose } from './choosing.ts'
import { useMoreChoices } from './use-more-choices.tsx'

interface ConversationHeaderProps {
  conversation: ConversationView
  panelOpen: boolean
  onPanel: () => void
  onBack: () => void
}

/** What it is about, who has it, and what one can do with it. */
export function ConversationHeader({ conversation, panelOpen, onPanel, onBack }: ConversationHeaderProps) {
  const t = useText()
  const isPhone = useWindowWidth() === 'phone'
  const more = useMoreChoices(conversation)
  return (
    <header className="flex shrink-0 flex-col gap-1 border-b border-line py-2 ps-4 pe-2 max-tablet:ps-1">
      <div className="flex min-h-8 items-center gap-1">
        {isPhone && (
          <IconButton
            label={t('conversation.back')}
            icon={<ChevronLeft size={18} aria-hidden="true" />}
            onClick={onBack}
          />
        )}
        <h2
          id="conversation-title"
          tabIndex={-1}
          className="min-w-0 flex-1 truncate text-md font-semibold outline-none"
        >
          {subjectOf(conversation)}
        </h2>
        {!isPhone && (
          <IconButton
            label={t('conversation.panel')}
            shortcut="]"
            pressed={panelOpen}
            icon={<PanelRight size={16} aria-hidden="true" />}
            onClick={onPanel}
          />
        )}
        <Menu label={t('ui.more')} choices={more(onPanel)}>
          <button
            type="button"
            aria-label={t('ui.more')}
            className="inline-flex size-control shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken"
          >
            <Ellipsis size={16} aria-hidden="true" />
          </button>
        </Menu>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-tablet:ps-3">
        <Facts conversation={conversation} />
        <Deeds conversation={conversation} isPhone={isPhone} />
      </div>
    </header>
  )
}

function Facts({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const { assignee, department, turn, snoozedUntil, snoozedUntilReply } = conversation
  const facts = [
    assignee ? t('conversation.has', { name: assignee.name }) : t('conversation.nobody'),
    department?.name,
    snoozedUntil || snoozedUntilReply ? t('conversation.snoozed') : undefined,
  ]
  return (
    <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1.5 text-xs text-ink-2">
      <TurnMark turn={turn} />
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>· {fact}</span>
      ))}
      <ClockLabel conversation={conversation} whole />
    </p>
  )
}

/** On a phone the others stand under ⋯. */
function Deeds({ conversation, isPhone }: { conversation: ConversationView; isPhone: boolean }) {
  const t = useText()
  const { id, assignee, turn, may } = conversation
  const opens = (what: string) => ({ 'data-choose': what, 'data-for': id })
  return (
    <div className="flex items-center gap-1">
      {may.assign && !isPhone && (
        <Button
          tone="quiet"
          icon={<UserRound size={14} aria-hidden="true" />}
          shortcut="a"
          {...opens('assign')}
          onClick={() => choose('assign', [id])}
        >
          {assignee ? assignee.name : t('conversation.assign')}
        </Button>
      )}
      {may.changeTurn && !isPhone && (
        <IconButton
          label={t('actions.snooze')}
          shortcut="h"
          icon={<AlarmClock size={16} aria-hidden="true" />}
          {...opens('snooze')}
          onClick={() => choose('snooze', [id])}
        />
      )}
      {may.changeTurn && turn !== 'ended' && (
        <Button icon={<TurnGlyph turn={turn} />} shortcut="e" {...opens('turn')} onClick={() => choose('turn', [id])}>
          {t('conversation.turn')}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}

/** Its title where there is one, else the first words that were said, else who it is with. */
export function subjectOf({ messages, person }: ConversationView): string {
  const first = messages.find((message) => message.direction === 'in')
  return first?.title || oneLine(first?.text ?? '').slice(0, 160) || person.name
}
