import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Time } from '../../ui/time.tsx'
import { ChannelGlyph } from '../channel-glyph.tsx'
import { ClockLabel } from '../clock-label.tsx'
import { MoodMark, isLeaning, moodIn } from '../mood-mark.tsx'
import { CopiesChip } from './copies-chip.tsx'
import { CheckSpot } from './check-spot.tsx'
import { LastWords } from './last-words.tsx'
import { RowReadings } from './row-readings.tsx'

export interface ConversationRowProps {
  conversation: ConversationSummary
  isOpen: boolean
  isChecked: boolean
  /** Why it no longer fits, where it stands dimmed. */
  leftBecause?: string | undefined
  onOpen: () => void
  onCheck: () => void
}

/** One conversation in the comfortable list: three lines, 76 px. */
export function ConversationRow(props: ConversationRowProps) {
  const { conversation, isOpen, isChecked, leftBecause, onOpen, onCheck } = props
  const { unread, person, channel } = conversation
  return (
    <div role="gridcell" className={rowLook(isOpen, isChecked, leftBecause !== undefined)} onClick={onOpen}>
      <UnreadDot unread={unread} />
      <CheckSpot name={person.name} isChecked={isChecked} onCheck={onCheck}>
        <ChannelGlyph channel={channel} />
      </CheckSpot>
      <div className="min-w-0 flex-1">
        <FirstLine conversation={conversation} small={isOpen ? 'text-ink-2' : 'text-ink-3'} />
        <div className={classNames('h-5 truncate text-sm', unread ? 'text-ink' : 'text-ink-2')}>
          <LastWords conversation={conversation} />
        </div>
        <div className="flex h-4 items-center gap-1.5 overflow-hidden text-2xs text-ink-2">
          {leftBecause ? <span className="truncate">{leftBecause}</span> : <RowFacts conversation={conversation} />}
        </div>
      </div>
    </div>
  )
}

function FirstLine({ conversation, small }: { conversation: ConversationSummary; small: string }) {
  const t = useText()
  const { person, unread, messageCount, lastMessage } = conversation
  return (
    <div className="flex h-5 items-center gap-2">
      <span title={person.name} className={classNames('truncate text-sm text-ink', unread && 'font-semibold')}>
        {person.name}
      </span>
      {messageCount > 1 && (
        <span className={`shrink-0 text-2xs ${small}`}>{t('row.messages', { count: messageCount })}</span>
      )}
      <CopiesChip conversation={conversation} />
      <span className="flex-1" />
      <ClockLabel conversation={conversation} />
      {lastMessage && <Time at={lastMessage.at} className={`tabular shrink-0 text-2xs font-medium ${small}`} />}
    </div>
  )
}

function RowFacts({ conversation }: { conversation: ConversationSummary }) {
  const t = useText()
  const mood = moodIn(conversation.reading)
  const { topics, assignee, hasDraft, proposedEnding } = conversation
  return (
    <>
      {mood && <MoodMark mood={mood} leans={isLeaning(conversation.reading)} />}
      <RowReadings readings={conversation.reading} />
      {proposedEnding && (
        <span className="shrink-0 rounded-chip bg-ok-soft px-1 font-medium text-ok-text">{t('row.proposed')}</span>
      )}
      {hasDraft && <span className="shrink-0 rounded-chip bg-sunken px-1 font-medium">{t('row.draft')}</span>}
      <span className="truncate">
        {[...topics.map((topic) => topic.name), assignee?.name ?? t('row.nobody')].join(' · ')}
      </span>
    </>
  )
}

/** The dot of what I have not read, with its word for readers. */
export function UnreadDot({ unread }: { unread: boolean }) {
  const t = useText()
  return (
    <span className="flex w-2 shrink-0 justify-center pt-1.5 compact:pt-0">
      {unread && <span className="size-2 rounded-full bg-accent" />}
      {unread && <span className="sr-only">{t('row.unread')}</span>}
    </span>
  )
}

/** The ground of a row: open, checked and left never mix. */
export function rowLook(isOpen: boolean, isChecked: boolean, isLeft: boolean): string {
  return classNames(
    'relative flex h-full cursor-pointer items-start gap-1.5 border-b border-line py-2 ps-2.5 pe-3 compact:items-center compact:py-0',
    isOpen ? 'bg-accent-soft' : 'hover:bg-sunken',
    isChecked && 'before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-accent',
    isLeft && 'text-ink-3 [&_*]:font-normal! [&_*]:text-ink-3!',
  )
}
