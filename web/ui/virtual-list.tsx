import { type Range, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'

export interface VirtualRow {
  index: number
  isFocused: boolean
  isChosen: boolean
}

interface VirtualListProps {
  label: string
  ids: readonly string[]
  /** Height of a row in pixels. */
  rowHeight: number
  /** How many rows there are in truth, shown or not; for readers. */
  total: number
  /** The row that has the one tab stop. */
  focused: string | undefined
  onFocus: (id: string) => void
  chosen: ReadonlySet<string>
  onKeyDown?: (event: KeyboardEvent, id: string) => void
  onEnd: () => void
  renderRow: (id: string, row: VirtualRow) => ReactNode
  scroller: RefObject<HTMLDivElement | null>
  empty?: ReactNode
}

/** A long list of which only what is seen exists: a grid of one cell a row, with true numbers. */
export function VirtualList(props: VirtualListProps) {
  const { label, ids, rowHeight, total, focused, onFocus, onKeyDown, onEnd, chosen, renderRow, scroller, empty } = props
  const at = focused ? ids.indexOf(focused) : -1
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 8,
    getItemKey: (index) => ids[index] ?? index,
    // The focused row stays in the page even when scrolled away.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((one, other) => one - other)
    },
  })
  useEffect(() => virtual.measure(), [rowHeight, virtual])
  const rows = virtual.getVirtualItems()
  const lastSeen = rows.at(-1)?.index ?? 0
  const endReached = useRef(onEnd)
  useEffect(() => {
    endReached.current = onEnd
  })
  useEffect(() => {
    if (lastSeen >= ids.length - 10) endReached.current()
  }, [lastSeen, ids.length])
  // Only when another row is focused: a row that moves in the list does not pull the list with it.
  const place = useRef(at)
  useEffect(() => {
    place.current = at
  })
  useEffect(() => {
    if (focused && place.current >= 0) virtual.scrollToIndex(place.current, { align: 'auto' })
  }, [focused, virtual])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto [overflow-anchor:none]">
      {ids.length === 0 ? (
        empty
      ) : (
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={Math.max(total, ids.length)}
          aria-multiselectable="true"
          className="relative w-full"
          style={{ height: virtual.getTotalSize() }}
        >
          {rows.map(({ index, key, start }) => {
            const id = ids[index]
            if (id === undefined) return null
            const isTabStop = at < 0 ? index === 0 : index === at
            return (
              <div
                key={key}
                role="row"
                data-row={id}
                aria-rowindex={index + 1}
                aria-selected={chosen.has(id)}
                tabIndex={isTabStop ? 0 : -1}
                onFocus={() => onFocus(id)}
                onKeyDown={(event) => onKeyDown?.(event, id)}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                className={classNames('ring-inside absolute inset-x-0 top-0 focus-visible:z-1')}
              >
                {renderRow(id, { index, isFocused: index === at, isChosen: chosen.has(id) })}
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}
