import type { ConversationSummary } from '../../contract/conversations.ts'
import { useNowNear } from '../live/clock.ts'
import { spanOf } from '../live/tell-time.ts'
import { useText } from '../live/text.ts'
import { classNames } from '../ui/class-names.ts'
import { clockTone } from './clock-state.ts'

const looks = {
  hidden: '',
  plain: 'text-ink-2',
  soon: 'bg-warn-soft text-warn-text',
  late: 'bg-danger-soft text-danger-text',
}

interface ClockLabelProps {
  conversation: Pick<ConversationSummary, 'clock' | 'turn'>
  /** With all its words, also before half of its time is used. */
  whole?: boolean
  bare?: boolean
}

/** What is left until an answer is late: "12 min", "Late 3 h". Nothing while it is their turn. */
export function ClockLabel({ conversation, whole, bare }: ClockLabelProps) {
  const { clock, turn } = conversation
  const now = useNowNear(clock ? Date.parse(clock.dueAt) : 0)
  const t = useText()
  if (!clock || turn !== 'ours') return null
  const tone = clockTone(clock, now)
  if (tone === 'hidden' && !whole) return null
  const span = spanOf(Date.parse(clock.dueAt) - now, t)
  const text =
    tone === 'late' ? t(whole ? 'clock.lateBy' : 'clock.late', { span }) : whole ? t('clock.left', { span }) : span
  return (
    <span
      title={t(`clock.kind.${clock.kind}`)}
      className={classNames('tabular shrink-0 rounded-chip px-1 text-2xs font-medium whitespace-nowrap', looks[tone])}
    >
      {bare ? span : text}
    </span>
  )
}
