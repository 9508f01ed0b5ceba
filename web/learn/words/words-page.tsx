import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { WordComparison } from '../../../contract/word-comparisons.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Switch } from '../../ui/switch.tsx'
import { SetFields } from './set-fields.tsx'
import { WordList } from './word-list.tsx'
import { readWordSearch, setOf, type WordSearch } from './word-search.ts'
import { useWordComparison, type WordSet } from './words-request.ts'

const address = getRouteApi('/shell/words')

/** What is said in one set of posts and not in another: topics, weeks, moods, channels, departments. */
export function WordsPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = readWordSearch(address.useSearch())
  const { here, there } = search
  const go = (next: WordSearch): void => void navigate({ to: '/words', search: next, replace: true })
  const [now] = useState(() => new Date())
  const sets = { here: setOf(here, now), there: there === 'all' ? null : setOf(there, now) }
  const comparison = useWordComparison(sets)
  return (
    <Page wide title={t('words.title')} about={t('words.about')}>
      <div className="flex flex-col gap-3 desk:flex-row">
        <SetFields title={t('words.here')} choice={here} onChoice={(choice) => go({ here: choice, there })} />
        {there !== 'all' && (
          <SetFields title={t('words.there')} choice={there} onChoice={(choice) => go({ here, there: choice })} />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Switch
          label={t('words.all')}
          on={there === 'all'}
          onChange={(on) => go({ here, there: on ? 'all' : { span: 'weekBefore' } })}
        />
        {there !== 'all' && (
          <Button
            tone="quiet"
            icon={<ArrowLeftRight size={14} aria-hidden="true" />}
            onClick={() => go({ here: there, there: here })}
          >
            {t('words.swap')}
          </Button>
        )}
      </div>
      {comparison.isError && <LoadFailed error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {comparison.isPending && <SkeletonRows rows={6} height="32px" />}
      {comparison.data && <Shown comparison={comparison.data} sets={sets} />}
    </Page>
  )
}

interface ShownProps {
  comparison: WordComparison
  sets: { here: WordSet; there: WordSet | null }
}

function Shown({ comparison, sets }: ShownProps) {
  const t = useText()
  const { here, there, words, phrases } = comparison
  const isEmpty = here.posts === 0 || there.posts === 0
  if (isEmpty) return <EmptyState title={t('words.empty.title')}>{t('words.empty.text')}</EmptyState>
  const other = sets.there ?? {}
  return (
    <>
      <p className="text-sm text-ink-2" aria-live="polite">
        {t('words.looked', { here: here.posts, there: there.posts })}
        {!(here.isAll && there.isAll) && ` ${t('words.newest')}`}
      </p>
      <div className="grid grid-cols-1 gap-6 tablet:grid-cols-2">
        <Side title={t('words.moreHere')} words={words.here} phrases={phrases.here} set={sets.here} />
        <Side title={t('words.moreThere')} words={words.there} phrases={phrases.there} set={other} />
      </div>
    </>
  )
}

interface SideProps {
  title: string
  words: WordComparison['words']['here']
  phrases: WordComparison['phrases']['here']
  set: WordSet
}

function Side({ title, words, phrases, set }: SideProps) {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      <WordList title={t('words.words')} words={words} set={set} />
      <WordList title={t('words.phrases')} words={phrases} set={set} />
    </div>
  )
}
