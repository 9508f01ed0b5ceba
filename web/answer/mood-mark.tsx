import type { ConversationSummary } from '../../contract/conversations.ts'
import { type TextKey, useText } from '../live/text.ts'
import { classNames } from '../ui/class-names.ts'

const moods: Record<string, { glyph: string; label: TextKey; look: string }> = {
  negative: { glyph: '▼', label: 'reading.is.negative', look: 'text-sent-neg-text' },
  neutral: { glyph: '▬', label: 'reading.is.neutral', look: 'text-sent-neu-text' },
  positive: { glyph: '▲', label: 'reading.is.positive', look: 'text-sent-pos-text' },
}

/** The mood of a reading; undefined where it is unknown. */
export function moodIn(reading: ConversationSummary['reading']): string | undefined {
  const label = reading?.['sentiment']?.label
  return label && label in moods ? label : undefined
}

/** Whether the mood only leans there: the reader is less sure than the line. */
export function isLeaning(reading: ConversationSummary['reading']): boolean {
  return reading?.['sentiment']?.guess !== undefined
}

interface MoodMarkProps {
  mood: string
  glyphOnly?: boolean
  /** Shown pale, in other words. */
  leans?: boolean
}

/** The mood as a glyph with its word, never by colour alone. */
export function MoodMark({ mood, glyphOnly, leans }: MoodMarkProps) {
  const t = useText()
  const found = moods[mood]
  if (!found) return null
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 whitespace-nowrap',
        leans ? 'text-ink-2 italic' : `font-medium ${found.look}`,
      )}
    >
      <span aria-hidden="true" className="text-[0.5rem]">
        {found.glyph}
      </span>
      <span className={glyphOnly ? 'sr-only' : undefined}>
        {leans ? t('reading.leans', { label: t(found.label).toLowerCase() }) : t(found.label)}
      </span>
    </span>
  )
}
