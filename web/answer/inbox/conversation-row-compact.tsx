import { classNames } from '../../ui/class-names.ts'
import { Time } from '../../ui/time.tsx'
import { ChannelGlyph } from '../channel-glyph.tsx'
import { ClockLabel } from '../clock-label.tsx'
import { MoodMark, isLeaning, moodIn } from '../mood-mark.tsx'
import { CopiesChip } from './copies-chip.tsx'
import { CheckSpot } from './check-spot.tsx'
import { type ConversationRowProps, UnreadDot, rowLook } from './conversation-row.tsx'
import { LastWords } from './last-words.tsx'

/** One conversation in the compact list: one line, 34 px. */
export function ConversationRowCompact(props: ConversationRowProps) {
  const { conversation, isOpen, isChecked, leftBecause, onOpen, onCheck } = props
  const mood = moodIn(conversation.reading)
  const { unread, person, channel, lastMessage } = conversation
  return (
    <div role="gridcell" className={rowLook(isOpen, isChecked, leftBecause !== undefined)} onClick={onOpen}>
      <UnreadDot unread={unread} />
      <CheckSpot name={person.name} isChecked={isChecked} onCheck={onCheck}>
        <ChannelGlyph channel={channel} />
      </CheckSpot>
      <span
        title={person.name}
        className={classNames('w-28 shrink-0 truncate text-sm text-ink', unread && 'font-semibold')}
      >
        {person.name}
      </span>
      <span className="w-3 shrink-0 text-2xs">
        {mood && <MoodMark mood={mood} glyphOnly leans={isLeaning(conversation.reading)} />}
      </span>
      <span className={classNames('min-w-0 flex-1 truncate text-sm', unread ? 'text-ink' : 'text-ink-2')}>
        {leftBecause ?? <LastWords conversation={conversation} />}
      </span>
      <CopiesChip conversation={conversation} />
      <ClockLabel conversation={conversation} bare />
      {lastMessage && (
        <Time
          at={lastMessage.at}
          className={classNames('tabular shrink-0 text-2xs font-medium', isOpen ? 'text-ink-2' : 'text-ink-3')}
        />
      )}
    </div>
  )
}
