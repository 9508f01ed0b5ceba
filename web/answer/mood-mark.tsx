import type { ConversationSummary } from '../../contract/conversations.ts'
import { type TextKey, useText } from '../live/text.ts'
import { classNames } from '../ui/class-names.ts'

const moods: Record<string, { glyph: string; label: TextKey; look: string }> = {
  negative: { glyph: '▼', label: 'mood.negative', look: 'text-sent-neg-text' },
  neutral: { glyph: '▬', label: 'mood.neutral', look: 'text-sent-neu-text' },
  positive: { glyph: '▲', label: 'mood.positive', look: 'text-sent-pos-text' },
}

/** The mood of a reading; undefined where it is unknown. */
export function moodIn(reading: ConversationSummary['reading']): string | undefined {
  const label = reading?.['sentiment']?.label
  return label && label in moods ? label : undefined
}

/** The mood as a glyph with its word, never by colour alone. */
export function MoodMark({ mood, glyphOnly }: { mood: string; glyphOnly?: boolean }) {
  const t = useText()
  const found = moods[mood]
  if (!found) return null
  return (
    <span className={classNames('inline-flex shrink-0 items-center gap-1 font-medium whitespace-nowrap', found.look)}>
      <span aria-hidden="true" className="text-[0.5rem]">
        {found.glyph}
      </span>
      <span className={glyphOnly ? 'sr-only' : undefined}>{t(found.label)}</span>
    </span>
  )
}
