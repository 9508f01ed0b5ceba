import type { RefObject } from 'react'
import type { BoundAction } from '../../live/actions.ts'
import type { InboxPaneProps } from './inbox-pane-props.ts'
import type { InboxSearch } from './inbox-search.ts'
import type { ListKeys } from './use-list-keys.ts'

interface ListActions {
  keys: ListKeys
  search: InboxSearch
  onOpen: InboxPaneProps['onOpen']
  refresh: () => void
  scroller: RefObject<HTMLDivElement | null>
}

/** What the keys do in the list, and beside it while a conversation is read. */
export function useListActions({ keys, search, onOpen, refresh, scroller }: ListActions): BoundAction[] {
  const isInList = (): boolean => scroller.current?.contains(document.activeElement) ?? false
  const step = (steps: 1 | -1): void => {
    const isReading = search.open !== undefined && !isInList()
    const next = keys.move(steps)
    if (isReading && next) onOpen(next, { takeFocus: false })
  }
  const openFocused = (): void => {
    if (keys.focused) onOpen(keys.focused, { takeFocus: true })
  }
  const goBack = (): void => {
    const active = document.activeElement
    if (active instanceof HTMLElement && active.matches('input, textarea')) return leaveField(active, scroller)
    if (search.open) {
      const was = search.open
      onOpen(undefined, { takeFocus: false })
      keys.focusRow(was)
    } else keys.clearChecks()
  }
  const group = 'list' as const
  return [
    { id: 'next', label: 'actions.next', group, keys: ['j'], run: () => step(1) },
    { id: 'previous', label: 'actions.previous', group, keys: ['k'], run: () => step(-1) },
    { id: 'open', label: 'actions.open', group, keys: ['o'], when: () => keys.focused !== undefined, run: openFocused },
    {
      id: 'check',
      label: 'actions.check',
      group,
      keys: ['x'],
      when: () => keys.focused !== undefined,
      run: () => keys.focused && keys.check(keys.focused),
    },
    { id: 'check-all', label: 'actions.checkAll', group, keys: ['mod+a'], run: keys.checkAll },
    { id: 'fresh', label: 'actions.fresh', group, keys: ['.'], run: refresh },
    { id: 'back', label: 'actions.back', group, keys: ['escape'], inFields: true, run: goBack },
  ]
}

/** Out of a field to what it belongs to: the thread that is answered, or the list that is filtered. */
function leaveField(field: HTMLElement, scroller: RefObject<HTMLDivElement | null>): void {
  const place =
    field.closest('#conversation')?.querySelector<HTMLElement>('[data-thread]') ??
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]') ??
    document.querySelector<HTMLElement>('#main')
  place?.focus({ preventScroll: true })
}
