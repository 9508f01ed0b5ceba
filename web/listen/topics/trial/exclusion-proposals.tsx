import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { exclusionReply, exclusionView } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { useSettled } from '../../../live/settled.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { SampleText } from './sample-text.tsx'

interface ExclusionProposalsProps {
  query: string
  postId: string
  topicId: string | undefined
  onQuery: (query: string, said: string) => void
}

const shownAtFirst = 3
const restMilliseconds = 400

/** Words that would have left a post out, each with how many others go with it. */
export function ExclusionProposals({ query, postId, topicId, onQuery }: ExclusionProposalsProps) {
  const t = useText()
  const [isLong, setLong] = useState(false)
  const asked = useSettled(query, restMilliseconds)
  const reply = useQuery({
    queryKey: ['topic-exclusions', asked, postId, topicId],
    queryFn: ({ signal }) => {
      const body = { query: asked, postId, ...(topicId === undefined ? {} : { topicId }) }
      return call<z.infer<typeof exclusionReply>>('POST', '/topic-exclusions', { body, signal })
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  if (reply.isError) return <LoadFailed error={reply.error} onRetry={() => void reply.refetch()} />
  if (!reply.data) return <p className="mt-2 text-xs text-ink-3">{t('topics.exclude.looking')}</p>
  const { exclusions } = reply.data
  if (exclusions.length === 0) return <p className="mt-2 text-xs text-ink-2">{t('topics.exclude.none')}</p>
  return (
    <div role="group" aria-label={t('topics.exclude')} aria-live="polite" className="mt-2 border-t border-line pt-2">
      <ul className="flex flex-col gap-1.5">
        {exclusions.slice(0, isLong ? undefined : shownAtFirst).map((exclusion) => (
          <Proposal
            key={exclusion.term}
            exclusion={exclusion}
            isStale={query !== asked || reply.isPlaceholderData}
            onAdd={() => onQuery(exclusion.query, t('topics.exclude.done', { term: exclusion.term }))}
          />
        ))}
      </ul>
      {!isLong && exclusions.length > shownAtFirst && (
        <Button small tone="quiet" onClick={() => setLong(true)}>
          {t('ui.loadMore')}
        </Button>
      )}
    </div>
  )
}

interface ProposalProps {
  exclusion: z.infer<typeof exclusionView>
  /** The query was changed since and new proposals are on their way: this one would undo the change. */
  isStale: boolean
  onAdd: () => void
}

function Proposal({ exclusion, isStale, onAdd }: ProposalProps) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  const { term, removes, removesRight, samples } = exclusion
  return (
    <li className="flex flex-col gap-1.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-40 flex-1">
          {t('topics.exclude.term', { term })}{' '}
          <span className={removesRight > 0 ? 'text-warn-text' : 'text-ink-3'}>
            {t('topics.exclude.others', { count: removes, right: removesRight })}
          </span>
        </span>
        {samples.length > 0 && (
          <Button small tone="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {t('topics.exclude.show')}
          </Button>
        )}
        <Button small busy={isStale} onClick={onAdd}>
          {t('topics.exclude.add')}
        </Button>
      </div>
      {isShown && (
        <ul className="flex flex-col gap-1.5 ps-3">
          {samples.map((sample) => (
            <li key={sample.postId} className="rounded-row bg-sunken p-2">
              <SampleText sample={sample} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
