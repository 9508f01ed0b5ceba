import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TrialReply } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { queryClient } from '../../../live/request.ts'
import { useSettled } from '../../../live/settled.ts'
import type { Progress } from './count-all.ts'
import type { TrialResult } from './trial-types.ts'
import { useExactCount } from './use-exact-count.ts'

/** How long after the last change a query is tried. */
const restMilliseconds = 400

export interface Trial {
  /** Null where the query cannot be tried; left out before the first answer. */
  result: TrialResult | null | undefined
  /** Whether it is about the text as it stands now. */
  isCurrent: boolean
  /** How far the exact count is, while one is under way. */
  progress: Progress | undefined
  error: unknown
  retry: () => void
  /** Changes what is shown of the answer, e.g. after somebody marked a sample. */
  change: (by: (result: TrialResult) => TrialResult) => void
  /** Other samples, which nobody has marked. */
  showOthers: () => Promise<void>
}

/**
 * Tries a query on what is stored, 400 ms after the last change: first on a sample, then on everything. The last answer
 * stays until the next is there.
 */
export function useTrial(query: string, topicId: string | undefined, mayTry: boolean): Trial {
  const settled = useSettled(query, restMilliseconds)
  const isEmpty = settled.trim() === ''
  const key = ['topic-trial', topicId, settled]
  const question = { query: settled, ...(topicId === undefined ? {} : { topicId }) }
  const trial = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<TrialReply>('POST', '/topic-trials', { body: question, signal }),
    enabled: mayTry && !isEmpty,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // What was counted exactly does not turn into a guess again.
    refetchOnWindowFocus: false,
  })
  const isCurrent = settled === query && !trial.isPlaceholderData && !trial.isPending
  const change: Trial['change'] = (by) =>
    queryClient.setQueryData<TrialReply>(key, (kept) => (kept?.result ? { ...kept, result: by(kept.result) } : kept))
  const isAbout = !trial.isPlaceholderData && trial.data?.result?.basis === 'sample'
  const progress = useExactCount(isAbout ? question : undefined, (exact) =>
    // The samples that somebody is reading stay where they are.
    change((before) => ({ ...exact, samples: before.samples, precision: before.precision })),
  )
  return {
    result: isEmpty ? undefined : trial.data?.result,
    isCurrent,
    progress,
    error: trial.error,
    retry: () => void trial.refetch(),
    change,
    showOthers: async () => {
      const others = await call<TrialReply>('POST', '/topic-trials', { body: { ...question, unmarked: true } })
      const samples = others.result?.samples
      if (samples) change((before) => ({ ...before, samples }))
    },
  }
}
