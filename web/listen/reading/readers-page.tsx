import { Link } from '@tanstack/react-router'
import type { ReaderShares, ReaderView } from '../../../contract/readings.ts'
import { useCell } from '../../live/cell.ts'
import { useRequest } from '../../live/request.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { language, useText } from '../../live/text.ts'
import { percent, readerText } from '../../readings/reading-words.ts'
import { readersRequest } from '../../readings/readers-request.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { ProposalsSection } from './proposals-section.tsx'
import { sharesRequest } from './reading-requests.ts'
import { ShareLine } from './share-line.tsx'

/** Every reader: how often it is right, and where its line lies. */
export function ReadersPage() {
  const t = useText()
  const readers = useRequest(readersRequest, undefined)
  const shares = useRequest(sharesRequest, undefined)
  return (
    <Page wide title={t('readers.title')} about={t('readers.about')}>
      <Link to="/corrections" search={{}} className="w-fit text-sm text-accent-text underline">
        {t('readers.corrections')}
      </Link>
      {readers.isError && <LoadFailed error={readers.error} onRetry={() => void readers.refetch()} />}
      {shares.isError && <LoadFailed error={shares.error} onRetry={() => void shares.refetch()} />}
      {readers.isPending && <SkeletonRows rows={13} height="var(--table-row)" />}
      <ProposalsSection />
      {readers.data && <Readers readers={readers.data.items} shares={shares.data?.items ?? []} />}
    </Page>
  )
}

function Readers({ readers, shares }: { readers: readonly ReaderView[]; shares: ReaderShares['items'] }) {
  const t = useText()
  const rows = useRowKeys<HTMLTableElement>()
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('readers.title')}>
      <table ref={rows} className="w-full text-sm">
        <thead className="text-start text-xs text-ink-3">
          <tr>
            {(['readers.reader', 'readers.share', 'readers.line', 'readers.corrections'] as const).map((key) => (
              <th key={key} scope="col" className="py-1 pe-4 text-start font-medium">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => (
            <ReaderRow key={reader.name} reader={reader} share={shares.find((each) => each.reader === reader.name)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReaderRow({ reader, share }: { reader: ReaderView; share: ReaderShares['items'][number] | undefined }) {
  const t = useText()
  const locale = useCell(language)
  const checked = (share?.sampled.right ?? 0) + (share?.sampled.wrong ?? 0)
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-2 pe-4 text-start font-semibold">
        <Link
          to="/readings/$reader"
          params={{ reader: reader.name }}
          className="hover:text-accent-text hover:underline"
        >
          {readerText(reader.name)}
        </Link>
      </th>
      <td className="pe-4">
        {share && checked > 0 ? (
          <ShareLine share={share.sampled} />
        ) : (
          <span className="text-ink-3">{share && t('readers.notChecked')}</span>
        )}
      </td>
      <td className="pe-4 whitespace-nowrap">
        <span className="tabular">{percent(reader.line, locale)}</span>{' '}
        <span className="text-xs text-ink-3">
          {reader.moved ? t('readers.movedBy', { name: reader.moved.by.name }) : t('readers.unmoved')}
        </span>
      </td>
      <td>
        {share && share.corrections > 0 ? (
          <Link
            to="/corrections"
            search={{ reader: reader.name }}
            aria-label={t('accuracy.open', { count: share.corrections, what: readerText(reader.name) })}
            className="tabular text-accent-text underline"
          >
            {share.corrections}
          </Link>
        ) : (
          <span className="tabular text-ink-3">{share?.corrections}</span>
        )}
      </td>
    </tr>
  )
}
