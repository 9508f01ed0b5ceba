import { useState } from 'react'
import type { FitView, FitsView, ReaderView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { percent } from '../../readings/reading-words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Time } from '../../ui/time.tsx'
import { makeFit, switchFit } from './change-fits.ts'
import { fitsRequest } from './reading-requests.ts'

/** What the answers of the workspace can teach the reader: offered with before and after, switched on by a person. */
export function FitSection({ reader }: { reader: ReaderView }) {
  const t = useText()
  const fits = useRequest(fitsRequest, { reader: reader.name })
  return (
    <section aria-labelledby="fits" className="flex flex-col gap-3">
      <h2 id="fits" className="text-lg font-semibold">
        {t('fits.title')}
      </h2>
      <p className="max-w-[68ch] text-md text-ink-2">{t('fits.about')}</p>
      {fits.isError && <LoadFailed error={fits.error} onRetry={() => void fits.refetch()} />}
      {fits.isPending && <SkeletonRows rows={2} height="44px" />}
      {fits.data && <Offer fits={fits.data} />}
      {fits.data && fits.data.items.length > 0 && <Fits fits={fits.data} />}
    </section>
  )
}

const leastDrawn = 30

function Offer({ fits }: { fits: FitsView }) {
  const t = useText()
  const mayChange = useMay('reading.change')
  const [busy, setBusy] = useState(false)
  const { answers, needed, right, drawn } = fits
  const make = async (): Promise<void> => {
    setBusy(true)
    await makeFit(fits)
    setBusy(false)
  }
  if (answers < needed) return <p className="text-md">{t('fits.tooFew', { answers, needed })}</p>
  return (
    <>
      <p className="text-md">{t('fits.enough', { answers, right, drawn })}</p>
      {drawn < leastDrawn && <Banner tone="warn">{t('fits.onlyMistakes', { least: leastDrawn })}</Banner>}
      {mayChange && (
        <Button className="self-start" busy={busy} onClick={() => void make()}>
          {t(busy ? 'fits.making' : 'fits.make')}
        </Button>
      )}
    </>
  )
}

function Fits({ fits }: { fits: FitsView }) {
  const t = useText()
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('fits.title')}>
      <table className="w-full text-sm">
        <thead className="text-xs text-ink-3">
          <tr>
            {(['fits.fit', 'fits.measure', 'fits.before', 'fits.after', 'fits.use'] as const).map((key) => (
              <th key={key} scope="col" className="py-1 pe-4 text-start font-medium">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fits.items.map((fit) => (
            <FitRow key={fit.id} fit={fit} fits={fits} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FitRow({ fit, fits }: { fit: FitView; fits: FitsView }) {
  const t = useText()
  const { number, kind, answers, madeAt, madeBy, before, after, isOn, rests } = fit
  const mayChange = useMay('reading.change')
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-2 pe-4 text-start font-normal">
        <span className="block font-semibold">{t('fits.name', { number })}</span>
        <span className="block text-xs text-ink-3">
          {t(`fits.kind.${kind}`)} {t('fits.from', { answers, name: madeBy.name })} <Time at={madeAt} />
        </span>
      </th>
      <td className="py-2 pe-4 text-xs text-ink-2">
        <span className="block">{t('fits.right')}</span>
        <span className="block">{t('fits.f1')}</span>
        <span className="block">{t('fits.error')}</span>
      </td>
      <Scores score={before} />
      <Scores score={after} />
      <td className="py-2">
        <Switch
          label={t('fits.useNumber', { number })}
          on={isOn}
          blocked={mayChange ? undefined : t('line.mayNot')}
          onChange={(on) => void switchFit(fits, on ? fit.id : null)}
        />
        {rests && <span className="block text-xs text-warn-text">{t('fits.rests')}</span>}
      </td>
    </tr>
  )
}

function Scores({ score }: { score: FitView['before'] }) {
  const t = useText()
  const locale = useCell(language)
  return (
    <td className="tabular py-2 pe-4 text-xs">
      <span className="block">{t('fits.rightOf', { right: score.right, count: score.count })}</span>
      <span className="block">{percent(score.macroF1, locale)}</span>
      <span className="block">{percent(score.calibrationError, locale)}</span>
    </td>
  )
}
