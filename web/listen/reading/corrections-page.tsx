import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { isReader, readerNames } from '../../../contract/reader-kinds.ts'
import { useCell } from '../../live/cell.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { type Translate, language, useText } from '../../live/text.ts'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { CorrectionRow } from './correction-row.tsx'
import { saveCorrections } from './save-corrections.ts'
import { type CorrectionSearch, useCorrections } from './use-corrections.ts'

const address = getRouteApi('/shell/corrections')

/** What people said of readings: who, when, was, now. Figures open this list; the address holds the filter. */
export function CorrectionsPage() {
  const t = useText()
  const list = useRowKeys<HTMLUListElement>()
  const search = address.useSearch()
  const corrections = useCorrections(search)
  const items = corrections.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      wide
      title={t('corrections.title')}
      about={t('corrections.about')}
      actions={<Button onClick={() => void saveCorrections(search)}>{t('corrections.csv')}</Button>}
    >
      <Link to="/readings" className="w-fit text-sm text-accent-text underline">
        {t('readers.back')}
      </Link>
      <Filters search={search} />
      {corrections.isError && <LoadFailed error={corrections.error} onRetry={() => void corrections.refetch()} />}
      {corrections.isPending && <SkeletonRows rows={5} height="64px" />}
      {corrections.isSuccess && items.length === 0 && <Nothing isFiltered={Object.keys(search).length > 0} />}
      <ul ref={list} className="flex flex-col">
        {items.map((correction) => (
          <CorrectionRow key={correction.id} correction={correction} />
        ))}
      </ul>
      {corrections.hasNextPage && (
        <Button
          className="self-center"
          busy={corrections.isFetchingNextPage}
          onClick={() => void corrections.fetchNextPage()}
        >
          {t('ui.loadMore')}
        </Button>
      )}
    </Page>
  )
}

function Filters({ search }: { search: CorrectionSearch }) {
  const t = useText()
  const locale = useCell(language)
  const navigate = useNavigate()
  const { reader = '', verdict = '' } = search
  const go = (next: CorrectionSearch): void => void navigate({ to: '/corrections', search: withoutEmpty(next) })
  const more = moreFilters(search, { t, locale })
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t('corrections.reader')}
        className="w-48"
        value={reader}
        choices={[
          { value: '', label: t('corrections.anyReader') },
          ...readerNames.map((name) => ({ value: name, label: readerText(name) })),
        ]}
        onPick={(next) => go({ reader: next, verdict })}
      />
      <Select
        label={t('corrections.verdict')}
        className="w-48"
        value={verdict}
        choices={[
          { value: '', label: t('corrections.any') },
          { value: 'right', label: t('corrections.right') },
          { value: 'wrong', label: t('corrections.wrong') },
        ]}
        onPick={(next) => go({ ...search, verdict: next })}
      />
      {more && (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          {t('corrections.filter', { what: more })}
          <Button small onClick={() => go({ reader })}>
            {t('corrections.clear')}
          </Button>
        </p>
      )}
    </div>
  )
}

function moreFilters(search: CorrectionSearch, { t, locale }: { t: Translate; locale: string }): string {
  const { reader = '', was, label, sampled, sure } = search
  return [
    was && t('corrections.was', { label: labelText(reader, was, locale) }),
    label && t('corrections.is', { label: labelText(reader, label, locale) }),
    sampled === 'yes' && t('corrections.sampled'),
    sure === 'above' && t('corrections.sure.above'),
    sure === 'below' && t('corrections.sure.below'),
  ]
    .filter(Boolean)
    .join(', ')
}

function withoutEmpty(search: CorrectionSearch): CorrectionSearch {
  const { reader, ...rest } = Object.fromEntries(Object.entries(search).filter(([, value]) => value))
  return { ...(reader && isReader(reader) && { reader }), ...rest }
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useText()
  return isFiltered ? (
    <EmptyState
      title={t('corrections.filtered')}
      actions={
        <Link to="/corrections" search={{}} className="text-accent-text underline">
          {t('corrections.clear')}
        </Link>
      }
    />
  ) : (
    <EmptyState title={t('corrections.empty.title')}>{t('corrections.empty.text')}</EmptyState>
  )
}
