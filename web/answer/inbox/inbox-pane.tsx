import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { useCell } from '../../live/cell.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useConversationActions } from '../conversations/conversation-actions.ts'
import { useCopiesActions } from '../conversations/use-copies-actions.ts'
import { BulkBar, ProgressLine } from './bulk-bar.tsx'
import { EmptyInbox } from './empty-inbox.tsx'
import { FilterBar } from './filter-bar.tsx'
import { InboxHeader } from './inbox-header.tsx'
import { bringUpToDate, readMore } from './inbox-lists.ts'
import { useInboxCounts } from './inbox-counts.ts'
import type { InboxPaneProps } from './inbox-pane-props.ts'
import { InboxRow } from './inbox-row.tsx'
import { rowHeight } from './row-height.ts'
import { isListFree, useInboxList } from './use-inbox-list.ts'
import { useListActions } from './use-list-actions.ts'
import { type ListKeys, useListKeys } from './use-list-keys.ts'

/** The list of one view, with its filters, its news and its many-at-once bar. */
export function InboxPane(props: InboxPaneProps) {
  const { view, search, onView, onFilter, onOpen } = props
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const checkedCount = useRef(0)
  const isFree = useCallback(() => isListFree(scroller, checkedCount.current), [])
  const list = useInboxList(view, search, isFree)
  const { shown, fresh, left } = list.window
  const keys = useListKeys(shown, scroller, (id) => onOpen(id, { takeFocus: true }))
  useEffect(() => {
    checkedCount.current = keys.checked.size
  })
  const counts = useInboxCounts()
  // Copies are one line, so that a list which was read to its end may be shorter than the count of its view.
  const total = list.next === null ? shown.length : (counts?.[view] ?? shown.length)
  const refresh = (): void => {
    bringUpToDate(list.key)
    scroller.current?.scrollTo({ top: 0 })
  }
  const subjects = (): readonly string[] => subjectsNow(keys, scroller, search.open)
  useActions([
    ...useConversationActions(subjects),
    ...useCopiesActions(subjects),
    ...useListActions({ keys, search, onOpen, refresh, scroller }),
  ])
  const height = useCell(rowHeight)
  const renderRow = (id: string) => (
    <InboxRow
      id={id}
      view={view}
      isOpen={id === search.open}
      isChecked={keys.checked.has(id)}
      isLeft={left.has(id)}
      onOpen={() => onOpen(id, { takeFocus: false })}
      onCheck={() => keys.check(id)}
    />
  )
  return (
    <div className="pane flex h-full min-w-0 flex-col max-tablet:rounded-none">
      {keys.checked.size > 0 ? (
        <BulkBar
          ids={[...keys.checked]}
          onClear={keys.clearChecks}
          onAll={keys.checked.size < shown.length ? keys.checkAll : undefined}
        />
      ) : (
        <InboxHeader view={view} onView={onView} />
      )}
      <ProgressLine />
      <FilterBar search={search} onFilter={onFilter} />
      <div className="relative flex min-h-0 flex-1 flex-col border-t border-line">
        {(fresh.length > 0 || left.size > 0) && <NewsPill fresh={fresh.length} left={left.size} onShow={refresh} />}
        {list.state === 'unread' && <SkeletonRows height={`${height}px`} />}
        {list.state === 'failed' && <ListFailed error={list.error} onRetry={list.retry} />}
        {list.state === 'ready' && (
          <VirtualList
            label={t(`inbox.view.${view}`)}
            ids={shown}
            rowHeight={height}
            total={total}
            focused={keys.focused}
            onFocus={keys.setFocused}
            chosen={keys.checked}
            onKeyDown={keys.onRowKey}
            onEnd={() => void readMore(list.key)}
            renderRow={renderRow}
            scroller={scroller}
            empty={<EmptyInbox view={view} search={search} onView={onView} onFilter={onFilter} />}
          />
        )}
      </div>
    </div>
  )
}

function NewsPill({ fresh, left, onShow }: { fresh: number; left: number; onShow: () => void }) {
  const t = useText()
  return (
    <button
      type="button"
      onClick={onShow}
      aria-keyshortcuts="."
      className="appear absolute start-1/2 top-2 z-10 -translate-x-1/2 rounded-full bg-accent px-3 py-1 text-xs font-semibold whitespace-nowrap text-on-accent shadow-menu hover:bg-accent-hover rtl:translate-x-1/2"
    >
      {fresh > 0 ? t('inbox.new', { count: fresh }) : t('inbox.left', { count: left })} ( . )
    </button>
  )
}

function ListFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  return (
    <EmptyState title={t('inbox.failed.title')} actions={<Button onClick={onRetry}>{t('ui.tryAgain')}</Button>}>
      {sentenceOf(error, t('inbox.failed.text'))}
    </EmptyState>
  )
}

/** Which conversations a key means: the checked ones, else the row in focus, else the open one. */
function subjectsNow(
  keys: ListKeys,
  scroller: RefObject<HTMLDivElement | null>,
  open: string | undefined,
): readonly string[] {
  if (keys.checked.size > 0) return [...keys.checked]
  const inList = scroller.current?.contains(document.activeElement) ?? false
  const meant = inList || !open ? keys.focused : open
  return meant ? [meant] : open ? [open] : []
}
