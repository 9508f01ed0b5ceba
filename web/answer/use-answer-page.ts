import { getRouteApi } from '@tanstack/react-router'
import { useCell } from '../live/cell.ts'
import { look } from '../live/look.ts'
import { keepLook } from '../live/me.ts'
import { useWindowWidth } from '../live/window-width.ts'
import { fetchAhead } from './conversations/use-open-thread.ts'
import { listKey, listOf } from './inbox/inbox-lists.ts'
import { type InboxSearch, readInboxSearch, viewNamed } from './inbox/inbox-search.ts'

type SearchChange = { [Name in keyof InboxSearch]?: InboxSearch[Name] | undefined }

const route = getRouteApi('/shell/inbox/$view')

/** What the address of the inbox says is shown, and how to change it. */
export function useAnswerPage() {
  const view = viewNamed(route.useParams().view)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const width = useWindowWidth()
  const { panel: panelKept } = useCell(look)
  const { open } = search
  const panelOpen = open !== undefined && (search.panel !== undefined || (width === 'wide' && panelKept))
  const go = (change: SearchChange, replace = false): void =>
    void navigate({ search: (before) => readInboxSearch({ ...before, ...change }), replace })
  const openOne = (id: string | undefined, { takeFocus }: { takeFocus: boolean }): void => {
    go({ open: id, ...(width === 'wide' ? {} : { panel: undefined }) }, open !== undefined && id !== undefined)
    const { shown } = listOf(listKey(view, search)).get().window
    const at = id ? shown.indexOf(id) : -1
    if (at >= 0) fetchAhead(shown.slice(at + 1, at + 3))
    if (takeFocus)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-thread], #conversation')?.focus())
  }
  const togglePanel = (): void => {
    if (width === 'wide') keepLook({ panel: !panelOpen })
    go({ panel: panelOpen ? undefined : 'person' }, true)
  }
  return { view, search, open, width, panelOpen, go, openOne, togglePanel, navigate }
}
