import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SampleView } from '../../../../contract/topic-trials.ts'
import { useActions } from '../../../live/actions.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { markSample } from './mark-sample.ts'
import { TrialSample } from './trial-sample.tsx'
import type { Trial } from './use-trial.ts'

interface TrialSamplesProps {
  trial: Trial
  samples: readonly SampleView[]
  query: string
  topicId: string | undefined
  onQuery: (query: string, said: string) => void
}

/** What was found, to be marked right or wrong: J and K walk, + and - mark. */
export function TrialSamples({ trial, samples, query, topicId, onQuery }: TrialSamplesProps) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  const showing = useMutation({ mutationFn: trial.showOthers })
  const mark = (sample: SampleView, right: boolean | null): void => {
    if (topicId !== undefined) markSample(trial, { topicId, postId: sample.postId, right, before: sample.right })
  }
  useSampleKeys(list, (postId, right) => {
    const sample = samples.find((each) => each.postId === postId)
    if (sample && topicId !== undefined) mark(sample, right)
  })
  if (samples.length === 0) return null
  return (
    <>
      <h3 className="text-sm font-semibold">
        {t(topicId === undefined ? 'topics.samples' : 'topics.samples.mark', { count: samples.length })}
      </h3>
      <ul ref={list} className="flex flex-col gap-2">
        {samples.map((sample) => (
          <TrialSample
            key={sample.postId}
            sample={sample}
            query={query}
            topicId={topicId}
            onMark={(right) => mark(sample, right)}
            onQuery={onQuery}
          />
        ))}
      </ul>
      {topicId !== undefined && samples.some(({ right }) => right !== null) && (
        <Button className="self-start" busy={showing.isPending} onClick={() => showing.mutate()}>
          {t('topics.samples.others')}
        </Button>
      )}
    </>
  )
}

function useSampleKeys(
  list: React.RefObject<HTMLUListElement | null>,
  mark: (postId: string, right: boolean) => void,
): void {
  const focused = (): HTMLElement | null =>
    list.current?.contains(document.activeElement)
      ? (document.activeElement?.closest<HTMLElement>('[data-sample]') ?? null)
      : null
  const step = (by: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-sample]') ?? [])]
    const at = rows.findIndex((row) => row === focused())
    const next = rows[at === -1 ? 0 : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const markFocused = (right: boolean): void => mark(focused()?.dataset['sample'] ?? '', right)
  const when = (): boolean => focused() !== null
  useActions([
    { id: 'next-sample', label: 'topics.samples.next', group: 'list', keys: ['j'], run: () => step(1) },
    { id: 'last-sample', label: 'topics.samples.last', group: 'list', keys: ['k'], run: () => step(-1) },
    { id: 'mark-right', label: 'topics.mark.right', group: 'list', keys: ['+'], when, run: () => markFocused(true) },
    { id: 'mark-wrong', label: 'topics.mark.wrong', group: 'list', keys: ['-'], when, run: () => markFocused(false) },
  ])
}
