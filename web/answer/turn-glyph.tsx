import { Ban, Check, Circle, CircleDot, Moon } from 'lucide-react'
import type { ConversationSummary } from '../../contract/conversations.ts'
import { useText } from '../live/text.ts'

const signs = { ours: CircleDot, theirs: Circle, resting: Moon, ended: Check, set_aside: Ban }

/** The sign of a turn; its word stands beside it. */
export function TurnGlyph({ turn, size = 14 }: { turn: ConversationSummary['turn']; size?: number }) {
  const Sign = signs[turn]
  return <Sign size={size} aria-hidden="true" className="shrink-0" />
}

/** The turn with its word. */
export function TurnMark({ turn }: { turn: ConversationSummary['turn'] }) {
  const t = useText()
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <TurnGlyph turn={turn} size={12} />
      {t(`turn.${turn}`)}
    </span>
  )
}
