import { useId, useState } from 'react'
import type { MessageView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { MoodMark, moodIn } from '../mood-mark.tsx'

/** The mood of a message, and by which words it was guessed. */
export function MoodChip({ message }: { message: MessageView }) {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const mood = moodIn(message.reading)
  const found = message.reading?.['sentiment']
  if (!mood || !found) return null
  const words = (found.evidence ?? [])
    .map((place) => place.word ?? message.text.slice(place.start, place.end))
    .filter(Boolean)
  const sure = found.confidence > 0.8 ? 'mood.likely' : 'mood.maybe'
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 text-xs">
      <MoodMark mood={mood} />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="min-h-6 rounded-chip px-1 text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink touch:min-h-11"
      >
        {t('mood.why')}
      </button>
      <span id={id} className="text-ink-2">
        {open &&
          (found.correctedBy
            ? t('mood.corrected', { name: found.correctedBy.name })
            : words.length > 0
              ? `${t(sure)} ${t('mood.evidence', { words: words.join(', ') })}`
              : `${t(sure)} ${t('mood.noEvidence')}`)}
      </span>
    </span>
  )
}
