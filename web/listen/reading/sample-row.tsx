import type { ReaderName } from '../../../contract/reader-kinds.ts'
import { readerKindOf } from '../../../contract/reader-kinds.ts'
import type { SampleView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { language, useText } from '../../live/text.ts'
import { FixLanguage } from '../../readings/fix-language.tsx'
import { labelText, percent, readerText } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Time } from '../../ui/time.tsx'

interface SampleRowProps {
  reader: ReaderName
  item: SampleView['items'][number]
  /** What the person here has said of it. */
  said: string | undefined
  mayFix: boolean
  onSay: (label: string) => void
  onTakeBack: () => void
}

/** One drawn post with what the reader says of it and why, and the buttons to judge it. */
export function SampleRow(props: SampleRowProps) {
  const t = useText()
  const locale = useCell(language)
  const { reader, item, said, mayFix, onTakeBack } = props
  const { post, label, confidence, evidence } = item
  const share = percent(confidence, locale)
  return (
    <li
      data-sample={post.id}
      tabIndex={-1}
      className="ring-inside flex flex-col gap-1.5 border-b border-line py-3 outline-offset-2"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3">
        <span className="text-sm font-semibold text-ink">{post.author}</span>
        <Time at={post.at} />
      </p>
      {post.title !== null && (
        <p className="text-md font-semibold" dir="auto">
          <MarkedText text={post.title} places={evidence.filter(({ part }) => part === 'title')} />
        </p>
      )}
      <p className="max-w-[68ch] text-md whitespace-pre-line" dir="auto" lang={post.language ?? undefined}>
        <MarkedText text={post.text} places={evidence.filter(({ part = 'text' }) => part === 'text')} />
      </p>
      <p className="text-sm">{t('check.said', { label: labelText(reader, label, locale), share })}</p>
      {said === undefined ? (
        mayFix && <Judge {...props} />
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <Chip tone={said === label ? 'ok' : 'warn'}>
            {said === label ? t('reading.right') : labelText(reader, said, locale)}
          </Chip>
          <Button small tone="quiet" onClick={onTakeBack}>
            {t('corrections.takeBack')}
          </Button>
        </p>
      )}
    </li>
  )
}

function Judge({ reader, item, onSay }: SampleRowProps) {
  const t = useText()
  const locale = useCell(language)
  const labels = readerKindOf(reader)?.labels ?? []
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
      <Button
        small
        aria-keyshortcuts="R"
        aria-label={t('reading.rightFor', { label: labelText(reader, item.label, locale) })}
        onClick={() => onSay(item.label)}
      >
        {t('reading.right')}
      </Button>
      <span>{t('reading.fixTo')}</span>
      {labels
        .filter((each) => each !== item.label)
        .map((each) => (
          <Button
            key={each}
            small
            aria-label={t('reading.fixToFor', { reader: readerText(reader), label: labelText(reader, each, locale) })}
            onClick={() => onSay(each)}
          >
            {labelText(reader, each, locale)}
          </Button>
        ))}
      {labels.length === 0 && <FixLanguage onSay={onSay} />}
    </div>
  )
}
