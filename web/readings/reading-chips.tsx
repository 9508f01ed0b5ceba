import { useId, useState } from 'react'
import type { ReaderName } from '../../contract/reader-kinds.ts'
import { useCell } from '../live/cell.ts'
import { language, useText } from '../live/text.ts'
import { classNames } from '../ui/class-names.ts'
import { ReadingCard } from './reading-card.tsx'
import { labelText, readerText } from './reading-words.ts'
import type { ReadingChipsProps } from './reading-chips-props.ts'
import { type OneReading, heardReaders, loudReaders } from './show-readings.ts'

/** What the readers say of a post, a chip each; pressed, a chip tells why and lets a person say otherwise. */
export function ReadingChips(props: ReadingChipsProps) {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState<ReaderName | undefined>()
  const [all, setAll] = useState(false)
  const { readings, onShow } = props
  const heard = heardReaders(readings)
  const loud = loudReaders(readings)
  const shown = all ? heard : heard.filter((reader) => loud.includes(reader) || reader === open)
  const press = (reader: ReaderName): void => {
    const next = reader === open ? undefined : reader
    setOpen(next)
    onShow(next && readings[next]?.evidence)
  }
  const reading = open && readings[open]
  return (
    <div role="group" aria-label={t('reading.chips')} className="mt-1 flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-1">
        {shown.map((reader) => (
          <ReadingChip
            key={reader}
            reader={reader}
            reading={readings[reader]!}
            isOpen={reader === open}
            cardId={id}
            onPress={() => press(reader)}
          />
        ))}
        {heard.length > loud.length && (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className="min-h-6 rounded-chip px-1 text-2xs text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink touch:min-h-11"
          >
            {t(all ? 'reading.fewer' : 'reading.all')}
          </button>
        )}
      </div>
      <div id={id}>{open && reading && <ReadingCard {...props} reader={open} reading={reading} />}</div>
    </div>
  )
}

interface ReadingChipProps {
  reader: ReaderName
  reading: OneReading
  isOpen: boolean
  cardId: string
  onPress: () => void
}

const tones: Record<string, string> = {
  negative: 'bg-sent-neg-soft text-sent-neg-text',
  neutral: 'bg-sent-neu-soft text-sent-neu-text',
  positive: 'bg-sent-pos-soft text-sent-pos-text',
  high: 'bg-warn-soft text-warn-text',
  safety: 'bg-danger-soft text-danger-text',
  legal: 'bg-danger-soft text-danger-text',
  press: 'bg-danger-soft text-danger-text',
}
const glyphs: Record<string, string> = { negative: '▼', neutral: '▬', positive: '▲' }

function ReadingChip({ reader, reading, isOpen, cardId, onPress }: ReadingChipProps) {
  const t = useText()
  const locale = useCell(language)
  const { label, guess, correctedBy } = reading
  const isPale = guess !== undefined || label === 'unknown'
  const word = labelText(reader, label, locale)
  const shown = guess !== undefined && label !== 'unknown' ? t('reading.leans', { label: word.toLowerCase() }) : word
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={cardId}
      aria-label={t('reading.chipWhy', { reader: readerText(reader), label: shown })}
      onClick={onPress}
      className={classNames(
        'inline-flex min-h-6 items-center gap-1 rounded-chip border px-1.5 text-2xs font-medium hover:underline touch:min-h-11',
        isPale
          ? 'border-dashed border-line-strong bg-surface text-ink-3'
          : classNames('border-transparent', tones[label] ?? 'bg-sunken text-ink-2'),
        isOpen && 'underline',
      )}
    >
      {reader === 'sentiment' && glyphs[label] && (
        <span aria-hidden="true" className="text-[0.5rem]">
          {glyphs[label]}
        </span>
      )}
      {label === 'unknown' || reader === 'closing'
        ? t('reading.chip', { reader: readerText(reader), label: shown })
        : shown}
      {correctedBy && <span aria-hidden="true">✓</span>}
    </button>
  )
}
