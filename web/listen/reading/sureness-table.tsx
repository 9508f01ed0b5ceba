import { useCell } from '../../live/cell.ts'
import { shareOf } from '../../live/tell-number.ts'
import { language, useText } from '../../live/text.ts'
import { percent } from '../../readings/reading-words.ts'
import { keptBy } from './kept-by.ts'

/** The same as the bars, in numbers: how many readings lie in each step, and what a line at its foot keeps. */
export function SurenessTable({ counts }: { counts: readonly number[] }) {
  const t = useText()
  const locale = useCell(language)
  return (
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t('line.histogram')}>
      <table className="w-full max-w-md text-sm">
        <thead className="text-xs text-ink-3">
          <tr>
            <th scope="col" className="py-1 text-start font-medium">
              {t('line.sureness')}
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              {t('line.count')}
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              {t('line.kept')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, step) => {
            const { kept, all } = keptBy(counts, step / counts.length)
            return (
              <tr key={step} className="border-t border-line">
                <th scope="row" className="tabular py-1 text-start font-normal">
                  {percent(step / counts.length, locale)}
                </th>
                <td className="tabular text-end">{count}</td>
                <td className="tabular text-end">{shareOf(kept, all, locale)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
