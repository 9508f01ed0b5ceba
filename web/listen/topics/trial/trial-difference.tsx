import { useState } from 'react'
import { useText } from '../../../live/text.ts'
import { DifferenceList } from './difference-list.tsx'

interface TrialDifferenceProps {
  query: string
  topicId: string
  difference: { added: number; removed: number }
  isAbout: boolean
}

/** What this query finds more and less than the version in use; each figure opens its list. */
export function TrialDifference({ query, topicId, difference, isAbout }: TrialDifferenceProps) {
  const t = useText()
  const [open, setOpen] = useState<'added' | 'removed' | null>(null)
  if (difference.added === 0 && difference.removed === 0)
    return <p className="text-sm text-ink-2">{t('topics.difference.none')}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
      {t(isAbout ? 'topics.difference.about' : 'topics.difference')}
      {(['added', 'removed'] as const).map((which) => (
        <button
          key={which}
          type="button"
          aria-label={t(`topics.difference.${which}.open`, { count: difference[which] })}
          onClick={() => setOpen(which)}
          className="tabular min-h-6 rounded-chip px-1 font-semibold text-accent-text underline decoration-line-strong underline-offset-2 hover:bg-sunken touch:min-h-11"
        >
          {which === 'added' ? '+' : '−'}
          {difference[which]}
        </button>
      ))}
      {open && <DifferenceList query={query} topicId={topicId} which={open} onClose={() => setOpen(null)} />}
    </p>
  )
}
