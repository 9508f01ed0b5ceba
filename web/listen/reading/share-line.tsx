import type { RightShare } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { language, useText } from '../../live/text.ts'
import { percent } from '../../readings/reading-words.ts'

const few = 30

/** A share with its interval drawn as a bar, and in words. Small numbers are marked. */
export function ShareLine({ share }: { share: RightShare }) {
  const t = useText()
  const locale = useCell(language)
  const { right, wrong, low, high } = share
  const count = right + wrong
  const between = t('accuracy.between', { low: percent(low, locale), high: percent(high, locale) })
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="tabular font-semibold">{percent(share.share, locale)}</span>
      <span className="relative h-2 w-24 rounded-chip bg-sunken" aria-hidden="true">
        <span
          className="absolute inset-y-0 rounded-chip bg-line-strong"
          style={{ insetInlineStart: `${low * 100}%`, width: `${Math.max(2, (high - low) * 100)}%` }}
        />
        <span className="absolute -inset-y-0.5 w-0.5 bg-accent" style={{ insetInlineStart: `${share.share * 100}%` }} />
      </span>
      <span className="text-xs text-ink-3">
        {between}
        {count < few && ` · ${t('accuracy.few', { count })}`}
      </span>
    </span>
  )
}
