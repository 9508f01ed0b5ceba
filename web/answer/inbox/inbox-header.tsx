import { ChevronDown } from 'lucide-react'
import type { InboxView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { badgeNumber } from '../../live/tell-number.ts'
import { Menu } from '../../ui/menu.tsx'
import { useInboxCounts } from './inbox-counts.ts'
import { inboxViews, sortOf } from './inbox-views.ts'

/** The name of the view with its count; opens all views. */
export function InboxHeader({ view, onView }: { view: InboxView; onView: (view: InboxView) => void }) {
  const t = useText()
  const counts = useInboxCounts()
  const countOf = (each: InboxView): string => (counts ? badgeNumber(counts[each]) : '')
  return (
    <div className="flex h-11 shrink-0 items-center gap-2 px-3">
      <Menu
        label={t('inbox.views')}
        choices={inboxViews.map((each) => ({
          id: each,
          label: t(`inbox.view.${each}`),
          hint: countOf(each),
          run: () => onView(each),
        }))}
      >
        <button
          type="button"
          className="-ms-1.5 flex h-8 min-w-0 items-center gap-1.5 rounded-control px-1.5 hover:bg-sunken touch:h-11"
        >
          <h1 className="truncate text-lg font-semibold">{t(`inbox.view.${view}`)}</h1>
          <span className="tabular text-sm text-ink-3">{countOf(view)}</span>
          <ChevronDown size={14} aria-hidden="true" className="text-ink-3" />
        </button>
      </Menu>
      <span className="flex-1" />
      <span className="truncate text-xs text-ink-3">{t(`inbox.sort.${sortOf(view)}`)}</span>
    </div>
  )
}
