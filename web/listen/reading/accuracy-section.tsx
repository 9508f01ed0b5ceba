import { Link, useNavigate } from '@tanstack/react-router'
import type { AccuracyView, ReaderView, RightShare } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { useRequest } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { percent } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { ConfusionTable } from './confusion-table.tsx'
import { accuracyRequest } from './reading-requests.ts'
import { ShareLine } from './share-line.tsx'

/** How often a reader is right, from chance samples and from everything people said. Every figure opens its list. */
export function AccuracySection({ reader }: { reader: ReaderView }) {
  const t = useText()
  const navigate = useNavigate()
  const accuracy = useRequest(accuracyRequest, { reader: reader.name })
  return (
    <section aria-labelledby="accuracy" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="accuracy" className="flex-1 text-lg font-semibold">
          {t('accuracy.title')}
        </h2>
        <Button
          tone="main"
          onClick={() => void navigate({ to: '/readings/$reader/check', params: { reader: reader.name } })}
        >
          {t('accuracy.check')}
        </Button>
      </div>
      {accuracy.isError && <LoadFailed error={accuracy.error} onRetry={() => void accuracy.refetch()} />}
      {accuracy.isPending && <SkeletonRows rows={3} height="64px" />}
      {accuracy.data && <Shown accuracy={accuracy.data} />}
    </section>
  )
}

function Shown({ accuracy }: { accuracy: AccuracyView }) {
  const t = useText()
  const { reader, sampled, all, below, unread } = accuracy
  return (
    <>
      <SampledSentence sampled={sampled} />
      <ul className="flex flex-col gap-2">
        <ShareRow name={t('accuracy.sampled')} share={sampled} search={{ reader, sampled: 'yes', sure: 'above' }} />
        <ShareRow
          name={t('accuracy.all')}
          share={all}
          note={t('accuracy.allNote')}
          search={{ reader, sure: 'above' }}
        />
        <ShareRow
          name={t('accuracy.below')}
          share={below}
          note={t('accuracy.belowNote')}
          search={{ reader, sure: 'below' }}
        />
        {unread > 0 && (
          <li className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <Link to="/corrections" search={{ reader, was: 'unknown' }} className="text-accent-text underline">
              {t('accuracy.unread')}
            </Link>
            <span className="tabular font-semibold">{unread}</span>
            <span className="text-xs text-ink-3">{t('accuracy.unreadNote')}</span>
          </li>
        )}
      </ul>
      <ConfusionTable accuracy={accuracy} />
    </>
  )
}

function SampledSentence({ sampled: { right, wrong, low, high } }: { sampled: RightShare }) {
  const t = useText()
  const locale = useCell(language)
  const count = right + wrong
  if (count === 0) return <p className="max-w-[68ch] text-md text-ink-2">{t('accuracy.none')}</p>
  const bounds = { low: percent(low, locale), high: percent(high, locale) }
  return <p className="max-w-[68ch] text-md">{t('accuracy.sampledNote', { right, count, ...bounds })}</p>
}

interface ShareRowProps {
  name: string
  share: RightShare
  note?: string
  search: Record<string, string>
}

function ShareRow({ name, share, note, search }: ShareRowProps) {
  if (share.right + share.wrong === 0) return null
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <Link to="/corrections" search={search} className="text-accent-text underline">
        {name}
      </Link>
      <ShareLine share={share} />
      {note && <span className="text-xs text-ink-3">{note}</span>}
    </li>
  )
}
