import { useState } from 'react'
import type { HistogramView, ReaderView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { shareOf } from '../../live/tell-number.ts'
import { language, useText } from '../../live/text.ts'
import { percent } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { keptBy } from './kept-by.ts'
import { moveLine } from './move-line.ts'
import { histogramRequest } from './reading-requests.ts'
import { SurenessTable } from './sureness-table.tsx'

/** The line below which a reading does not count: how sure the readings were, and which share a line keeps. */
export function LineSection({ reader }: { reader: ReaderView }) {
  const t = useText()
  const histogram = useRequest(histogramRequest, { reader: reader.name })
  const [line, setLine] = useState(reader.line)
  return (
    <section aria-labelledby="line" className="flex flex-col gap-3">
      <h2 id="line" className="text-lg font-semibold">
        {t('line.title')}
      </h2>
      <p className="max-w-[68ch] text-md text-ink-2">
        {t('line.about')} {t(reader.below === 'neutral' ? 'line.aboutNeutral' : 'line.aboutUnknown')}
      </p>
      {histogram.isError && <LoadFailed error={histogram.error} onRetry={() => void histogram.refetch()} />}
      {histogram.isPending && <SkeletonRows rows={2} height="64px" />}
      {histogram.data && <Kept histogram={histogram.data} line={line} />}
      <LineSlider reader={reader} line={line} onLine={setLine} />
    </section>
  )
}

function Kept({ histogram, line }: { histogram: HistogramView; line: number }) {
  const t = useText()
  const locale = useCell(language)
  const [isTable, setIsTable] = useState(false)
  const { counts, unknown, newest } = histogram
  const { kept, all } = keptBy(counts, line)
  if (all === 0) return <p className="text-md text-ink-2">{t('line.nothing')}</p>
  const sentence = t('line.keeps', { share: shareOf(kept, all, locale), kept, all })
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p aria-live="polite" className="flex-1 text-md font-semibold">
          {sentence}
        </p>
        <Button onClick={() => setIsTable(!isTable)}>{t(isTable ? 'line.asBars' : 'line.asTable')}</Button>
      </div>
      {isTable ? (
        <SurenessTable counts={counts} />
      ) : (
        <div
          role="img"
          aria-label={`${t('line.histogram')}. ${sentence}`}
          className="flex h-28 max-w-xl items-end gap-0.5 border-b border-line-strong"
        >
          {counts.map((count, step) => (
            <SurenessBar key={step} step={step} counts={counts} count={count} line={line} />
          ))}
        </div>
      )}
      <p className="text-xs text-ink-3">
        {unknown > 0 && t('line.unknown', { count: unknown })} {newest !== null && t('line.newest', { count: newest })}
      </p>
    </>
  )
}

interface SurenessBarProps {
  step: number
  count: number
  counts: readonly number[]
  line: number
}

function SurenessBar({ step, count, counts, line }: SurenessBarProps) {
  const t = useText()
  const locale = useCell(language)
  const steps = counts.length
  const most = Math.max(1, ...counts)
  const isKept = (step + 1) / steps > line
  const words = { from: percent(step / steps, locale), to: percent((step + 1) / steps, locale), count }
  return (
    <span
      title={t('line.step', words)}
      style={{ height: count === 0 ? '1px' : `${Math.max(4, (count / most) * 100)}%` }}
      className={`min-w-1 flex-1 rounded-t-[2px] ${isKept ? 'bg-accent' : 'border border-dashed border-line-strong bg-sunken'}`}
    />
  )
}

interface LineSliderProps {
  reader: ReaderView
  line: number
  onLine: (line: number) => void
}

function LineSlider({ reader, line, onLine }: LineSliderProps) {
  const t = useText()
  const locale = useCell(language)
  const mayMove = useMay('reading.change')
  const isAt = (place: number): boolean => Math.abs(line - place) < 0.005
  return (
    <div className="flex max-w-xl flex-col gap-2">
      <label className="flex items-center gap-3 text-sm font-semibold">
        {t('line.label')}
        <input
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={line}
          disabled={!mayMove}
          aria-valuetext={percent(line, locale)}
          onChange={(event) => onLine(Number(event.target.value))}
          className="min-h-6 flex-1 accent-accent touch:min-h-11"
        />
        <span className="tabular w-12 text-end">{percent(line, locale)}</span>
      </label>
      {mayMove ? (
        <div className="flex flex-wrap gap-2">
          <Button tone="main" disabled={isAt(reader.line)} onClick={() => void moveLine(reader, line)}>
            {t('line.move')}
          </Button>
          {reader.moved && (
            <Button onClick={() => void moveLine(reader, null)}>
              {t('line.own', { line: percent(reader.ownLine, locale) })}
            </Button>
          )}
        </div>
      ) : (
        <p className="text-xs text-ink-3">{t('line.mayNot')}</p>
      )}
    </div>
  )
}
