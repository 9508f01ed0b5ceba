import type { InboxView } from '../../../contract/conversations.ts'
import type { FilterName, InboxSearch } from './inbox-search.ts'

/** What the page hands to the list. */
export interface InboxPaneProps {
  view: InboxView
  search: InboxSearch
  onView: (view: InboxView) => void
  onFilter: (change: Partial<Record<FilterName, string | undefined>>) => void
  onOpen: (id: string | undefined, how: { takeFocus: boolean }) => void
}
