import type { QueryTree } from '../../../../contract/query-tree.ts'
import { useText } from '../../../live/text.ts'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { PrecisionLine } from './precision-line.tsx'
import { StandingOut } from './standing-out.tsx'
import { TrialDepartments } from './trial-departments.tsx'
import { TrialDifference } from './trial-difference.tsx'
import { TrialFigures } from './trial-figures.tsx'
import { TrialSamples } from './trial-samples.tsx'
import type { TrialResult } from './trial-types.ts'
import type { Trial } from './use-trial.ts'

interface TrialPanelProps {
  trial: Trial
  query: string
  tree: QueryTree | null
  topicId: string | undefined
  /** Puts another query into the editor and says what was done. */
  onQuery: (query: string, said: string) => void
}

/** What the query would have found in the last 30 days: how many, where, for whom, and which. */
export function TrialPanel(props: TrialPanelProps) {
  const { trial, query } = props
  const t = useText()
  const { result } = trial
  const isEmpty = query.trim() === ''
  return (
    <section aria-labelledby="trial-title" className="flex min-w-0 flex-col gap-3">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="trial-title" className="text-sm font-semibold">
          {t('topics.trial')}
        </h2>
        {!trial.isCurrent && !isEmpty && !trial.error && (
          <span className="text-xs text-ink-3">{t('topics.trial.trying')}</span>
        )}
      </div>
      {trial.error ? (
        <LoadFailed error={trial.error} onRetry={trial.retry} />
      ) : (
        <div aria-busy={!trial.isCurrent && !isEmpty} className="flex flex-col gap-3">
          {isEmpty && <p className="text-md text-ink-2">{t('topics.trial.empty')}</p>}
          {!isEmpty && result === null && <p className="text-md text-ink-2">{t('topics.trial.mistakes')}</p>}
          {!isEmpty && result && <Result {...props} result={result} />}
        </div>
      )}
    </section>
  )
}

function Result({ result, ...props }: TrialPanelProps & { result: TrialResult }) {
  const { trial, query, tree, topicId, onQuery } = props
  const t = useText()
  if (result.posts === 0) return <p className="text-md text-ink-2">{t('topics.trial.nothingStored')}</p>
  return (
    <>
      <TrialFigures result={result} progress={trial.progress} />
      <TrialDepartments departments={result.departments} isAbout={result.basis !== 'exact'} />
      {topicId !== undefined && result.difference && (
        <TrialDifference
          query={query}
          topicId={topicId}
          difference={result.difference}
          isAbout={result.basis !== 'exact'}
        />
      )}
      <PrecisionLine precision={result.precision} />
      {result.matches > 0 && <StandingOut query={query} tree={tree} onQuery={onQuery} />}
      <TrialSamples trial={trial} samples={result.samples} query={query} topicId={topicId} onQuery={onQuery} />
    </>
  )
}
