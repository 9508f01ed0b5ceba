import { Link } from '@tanstack/react-router'
import type { AccuracyView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { language, useText } from '../../live/text.ts'
import { labelText } from '../../readings/reading-words.ts'
import { classNames } from '../../ui/class-names.ts'
import { ShareLine } from './share-line.tsx'

/** What the reader said against what people say; each cell opens its list. */
export function ConfusionTable({ accuracy }: { accuracy: AccuracyView }) {
  const t = useText()
  const locale = useCell(language)
  const { reader, confusion, labels } = accuracy
  if (confusion.length === 0) return <p className="text-sm text-ink-3">{t('accuracy.confusionNone')}</p>
  const columns = [...new Set(confusion.flatMap(({ was, label }) => [was, label]))].toSorted()
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-md font-semibold">{t('accuracy.confusion')}</h3>
      <p className="text-sm text-ink-2">{t('accuracy.confusionText')}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('accuracy.confusion')}>
        <table className="text-sm">
          <thead className="text-xs text-ink-3">
            <tr>
              <th scope="col" className="py-1 pe-4 text-start font-medium">
                {t('accuracy.was')}
              </th>
              {columns.map((label) => (
                <th key={label} scope="col" className="px-2 py-1 text-end font-medium">
                  {labelText(reader, label, locale)}
                </th>
              ))}
              <th scope="col" className="py-1 ps-4 text-start font-medium">
                {t('accuracy.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {labels.map((row) => (
              <tr key={row.label} className="border-t border-line">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                  {labelText(reader, row.label, locale)}
                </th>
                {columns.map((label) => (
                  <ConfusionCell key={label} accuracy={accuracy} was={row.label} label={label} />
                ))}
                <td className="ps-4">
                  <ShareLine share={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function ConfusionCell({ accuracy, was, label }: { accuracy: AccuracyView; was: string; label: string }) {
  const t = useText()
  const locale = useCell(language)
  const { reader, confusion } = accuracy
  const count = confusion.find((cell) => cell.was === was && cell.label === label)?.count ?? 0
  const words = { was: labelText(reader, was, locale), label: labelText(reader, label, locale) }
  return (
    <td className={classNames('px-2 text-end', was === label && 'bg-sunken')}>
      {count === 0 ? (
        <span className="tabular text-ink-3">0</span>
      ) : (
        <Link
          to="/corrections"
          search={{ reader, was, label, sure: 'above' }}
          aria-label={t('accuracy.cell', { count, ...words })}
          className="tabular inline-flex min-h-6 items-center text-accent-text underline touch:min-h-11"
        >
          {count}
        </Link>
      )}
    </td>
  )
}
