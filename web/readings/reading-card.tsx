import { Link } from '@tanstack/react-router'
import { type ReaderName, readerKindOf } from '../../contract/reader-kinds.ts'
import { useCell } from '../live/cell.ts'
import { useMay } from '../live/me.ts'
import { type Translate, language, useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { AskRefiner } from './ask-refiner.tsx'
import { FixLanguage } from './fix-language.tsx'
import { ProposedReading } from './proposed-reading.tsx'
import type { ReadingChipsProps } from './reading-chips-props.ts'
import { labelText, percent, readerText } from './reading-words.ts'
import { type OneReading, evidenceWords, isConfirmed } from './show-readings.ts'

interface ReadingCardProps extends Pick<ReadingChipsProps, 'postId' | 'post' | 'mayFix' | 'onSay' | 'onTakeBack'> {
  reader: ReaderName
  reading: OneReading
}

/** Why a reader says what it says, and the way to say otherwise. */
export function ReadingCard({ reader, reading, postId, post, mayFix, onSay, onTakeBack }: ReadingCardProps) {
  const t = useText()
  const locale = useCell(language)
  const mayRead = useMay('reading.read')
  const words = evidenceWords(reading, post)
  return (
    <div className="flex max-w-[68ch] flex-col gap-2 rounded-row border border-line bg-surface px-3 py-2 text-xs text-ink-2">
      <p>
        <span className="font-semibold text-ink">
          {t('reading.chip', { reader: readerText(reader), label: labelText(reader, reading.label, locale) })}
        </span>{' '}
        {whySentence(reader, reading, { t, locale })}{' '}
        {words.length > 0 ? t('reading.evidence', { words: words.join(', ') }) : t('reading.noEvidence')}
      </p>
      {mayFix && reading.proposed && (
        <ProposedReading
          postId={postId}
          reader={reader}
          proposed={reading.proposed}
          own={reading.guess ?? reading.label}
        />
      )}
      {mayFix && <FixButtons {...{ reader, reading, onSay, onTakeBack }} />}
      {mayFix && !reading.proposed && !reading.correctedBy && <AskRefiner postId={postId} />}
      <p className="text-2xs text-ink-3">
        {reading.line !== undefined && t('reading.line', { line: percent(reading.line, locale) })}{' '}
        {reading.reader && t('reading.by', { reader: reading.reader })}{' '}
        {mayRead && (
          <Link to="/readings/$reader" params={{ reader }} hash="card" className="text-accent-text underline">
            {t('reading.how')}
          </Link>
        )}
      </p>
    </div>
  )
}

function whySentence(reader: ReaderName, reading: OneReading, { t, locale }: { t: Translate; locale: string }): string {
  const { correctedBy, was, guess, label, confidence, line = 0 } = reading
  const share = percent(confidence, locale)
  if (correctedBy && isConfirmed(reading)) return t('reading.confirmedBy', { name: correctedBy.name })
  if (correctedBy && was)
    return t('reading.correctedBy', { name: correctedBy.name, was: labelText(reader, was, locale) })
  if (correctedBy) return t('reading.correctedFresh', { name: correctedBy.name })
  if (guess) return t('reading.below', { label: labelText(reader, guess, locale), share, line: percent(line, locale) })
  if (label === 'unknown') return t('reading.unread')
  return t(confidence > 0.8 ? 'reading.sure.likely' : 'reading.sure.maybe', { share })
}

function FixButtons({
  reader,
  reading,
  onSay,
  onTakeBack,
}: Pick<ReadingCardProps, 'reader' | 'reading' | 'onSay' | 'onTakeBack'>) {
  const t = useText()
  const locale = useCell(language)
  const { correctedBy, guess, label } = reading
  const own = guess ?? label
  const labels = readerKindOf(reader)?.labels ?? []
  const others = labels.filter((each) => each !== (correctedBy ? label : own))
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {!correctedBy && own !== 'unknown' && (
        <Button
          small
          aria-label={t('reading.rightFor', { label: labelText(reader, own, locale) })}
          onClick={() => onSay(reader, own)}
        >
          {t('reading.right')}
        </Button>
      )}
      <span>{t('reading.fixTo')}</span>
      {others.map((each) => (
        <Button
          key={each}
          small
          aria-label={t('reading.fixToFor', { reader: readerText(reader), label: labelText(reader, each, locale) })}
          onClick={() => onSay(reader, each)}
        >
          {labelText(reader, each, locale)}
        </Button>
      ))}
      {labels.length === 0 && <FixLanguage onSay={(code) => onSay(reader, code)} />}
      {correctedBy && (
        <Button small tone="quiet" onClick={() => onTakeBack(reader)}>
          {t('reading.takeBack')}
        </Button>
      )}
    </div>
  )
}
