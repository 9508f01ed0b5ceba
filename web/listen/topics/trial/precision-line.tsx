import type { PrecisionView } from '../../../../contract/topic-trials.ts'
import { useCell } from '../../../live/cell.ts'
import { shareOf } from '../../../live/tell-number.ts'
import { language, useText } from '../../../live/text.ts'

/** How often the query is right, as far as the marks tell. */
export function PrecisionLine({ precision }: { precision: PrecisionView | null }) {
  const t = useText()
  const locale = useCell(language)
  if (!precision) return null
  const { right, wrong, share, low, high } = precision
  return (
    <p role="status" className="text-sm text-ink-2">
      {t('topics.precision.marks', { right, wrong })}{' '}
      <strong className="text-ink">{t('topics.precision', { count: Math.round(share * 10) })}</strong>{' '}
      <span className="text-ink-3">
        {t('topics.precision.between', { low: shareOf(low, 1, locale), high: shareOf(high, 1, locale) })}
      </span>
    </p>
  )
}
