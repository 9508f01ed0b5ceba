import { Link } from '@tanstack/react-router'
import type { InboxView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useInboxCounts } from './inbox-counts.ts'
import type { FilterName, InboxSearch } from './inbox-search.ts'
import { filtersIn } from './inbox-search.ts'

interface EmptyInboxProps {
  view: InboxView
  search: InboxSearch
  onView: (view: InboxView) => void
  onFilter: (change: Partial<Record<FilterName, undefined>>) => void
}

/** Where work may wait, the most urgent first. */
const placesToLook: readonly InboxView[] = ['mine', 'team', 'unrouted', 'theirs', 'all']

/** Why nothing stands here, and one next thing. */
export function EmptyInbox({ view, search, onView, onFilter }: EmptyInboxProps) {
  const t = useText()
  const counts = useInboxCounts()
  const filters = filtersIn(search)
  if (filters.length > 0)
    return (
      <EmptyState
        title={t('inbox.empty.filters.title')}
        actions={
          <Button onClick={() => onFilter(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}>
            {t('inbox.empty.filters.clear')}
          </Button>
        }
      >
        {t('inbox.empty.filters.text', { count: counts?.[view] ?? 0 })}
      </EmptyState>
    )
  if (counts?.all === 0)
    return (
      <EmptyState
        title={t('inbox.empty.none.title')}
        actions={
          <Link to="/channels" className="text-md text-accent-text underline">
            {t('nav.channels')}
          </Link>
        }
      >
        {t('inbox.empty.none.text')}
      </EmptyState>
    )
  const next = placesToLook.find((other) => other !== view && (counts?.[other] ?? 0) > 0)
  return (
    <EmptyState
      title={t(`inbox.empty.${view}.title`)}
      actions={
        next && (
          <Button onClick={() => onView(next)}>
            {t(`inbox.view.${next}`)} {counts?.[next]}
          </Button>
        )
      }
    >
      {t(`inbox.empty.${view}.text`)}
    </EmptyState>
  )
}
