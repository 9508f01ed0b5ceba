import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SampleView } from '../../../../contract/topic-trials.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { ExclusionProposals } from './exclusion-proposals.tsx'
import { SampleText } from './sample-text.tsx'

interface TrialSampleProps {
  sample: SampleView
  query: string
  topicId: string | undefined
  onMark: (right: boolean | null) => void
  onQuery: (query: string, said: string) => void
}

/** One post that the query would have found. What is wrong proposes the words that would have left it out. */
export function TrialSample({ sample, query, topicId, onMark, onQuery }: TrialSampleProps) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const before = useRef(sample.right)
  useEffect(() => {
    if (sample.right === false && before.current !== false) setAsked(true)
    if (sample.right !== false && before.current === false) setAsked(false)
    before.current = sample.right
  }, [sample.right])
  return (
    <li data-sample={sample.postId} tabIndex={-1} className="ring-inside rounded-row border border-line p-2.5">
      <SampleText sample={sample} />
      <div className="mt-2 flex flex-wrap gap-1.5">
        {topicId !== undefined && (
          <>
            <MarkButton
              isRight
              isOn={sample.right === true}
              onClick={() => onMark(sample.right === true ? null : true)}
            />
            <MarkButton
              isRight={false}
              isOn={sample.right === false}
              onClick={() => onMark(sample.right === false ? null : false)}
            />
          </>
        )}
        {!isAsked && (topicId === undefined || sample.right === false) && (
          <Button small tone="quiet" onClick={() => setAsked(true)}>
            {t('topics.exclude.ask')}
          </Button>
        )}
      </div>
      {isAsked && <ExclusionProposals query={query} postId={sample.postId} topicId={topicId} onQuery={onQuery} />}
    </li>
  )
}

function MarkButton({ isRight, isOn, onClick }: { isRight: boolean; isOn: boolean; onClick: () => void }) {
  const t = useText()
  const Icon = isRight ? Check : X
  const look = isRight ? 'border-ok! bg-ok-soft! text-ok-text!' : 'border-danger! bg-danger-soft! text-danger-text!'
  return (
    <Button
      small
      aria-pressed={isOn}
      aria-keyshortcuts={isRight ? '+' : '-'}
      icon={<Icon size={14} aria-hidden="true" />}
      onClick={onClick}
      className={isOn ? look : ''}
    >
      {t(isRight ? 'topics.mark.right' : 'topics.mark.wrong')}
    </Button>
  )
}
