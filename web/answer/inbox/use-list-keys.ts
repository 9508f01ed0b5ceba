import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { onActed } from '../conversations/act-on.ts'

export interface ListKeys {
  focused: string | undefined
  setFocused: (id: string) => void
  checked: ReadonlySet<string>
  check: (id: string) => void
  checkAll: () => void
  clearChecks: () => void
  /** Moves the focus to the row `steps` further; gives its id. */
  move: (steps: number) => string | undefined
  onRowKey: (event: KeyboardEvent, id: string) => void
  focusRow: (id: string) => void
}

/** The one tab stop and the ticks of a list, moved by keys. */
export function useListKeys(
  ids: readonly string[],
  scroller: RefObject<HTMLDivElement | null>,
  onOpen: (id: string) => void,
): ListKeys {
  const [place, setPlace] = useState<{ id: string; at: number }>()
  const focused = place?.id
  const setFocused = (id: string): void => setPlace({ id, at: ids.indexOf(id) })
  const ticks = useChecks(ids)
  const focusRow = (id: string): void => {
    setFocused(id)
    focusWhenThere(scroller, id)
  }
  const move = (steps: number): string | undefined => {
    const next = ids[stepFrom(ids, place, steps)]
    if (next) focusRow(next)
    return next
  }
  const extend = (id: string, steps: 1 | -1): void => {
    const next = move(steps)
    ticks.add(next ? [id, next] : [id])
  }
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowPixels))
  const deeds: Record<string, (id: string) => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    'Shift+ArrowDown': (id) => extend(id, 1),
    'Shift+ArrowUp': (id) => extend(id, -1),
    Home: () => move(-ids.length),
    End: () => move(ids.length),
    PageDown: () => move(page()),
    PageUp: () => move(-page()),
    Enter: onOpen,
  }
  const onRowKey = (event: KeyboardEvent, id: string): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const deed = deeds[`${event.shiftKey ? 'Shift+' : ''}${event.key}`]
    if (!deed) return
    event.preventDefault()
    deed(id)
  }
  const { checked, check, checkAll, clearChecks, drop } = ticks
  useAfterActs({ drop, toNext: () => move(1) })
  return { focused, setFocused, checked, check, checkAll, clearChecks, move, onRowKey, focusRow }
}

const rowPixels = 80

/** The place some steps on. Where the row has left the list, the one that took its place is the next. */
export function stepFrom(ids: readonly string[], place: { id: string; at: number } | undefined, steps: number): number {
  if (!place) return 0
  const at = ids.indexOf(place.id)
  const to = at >= 0 ? at + steps : steps > 0 ? place.at + steps - 1 : place.at + steps
  return Math.min(Math.max(to, 0), ids.length - 1)
}

/** The ticks of those rows that are still in the list. */
function useChecks(ids: readonly string[]) {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set())
  const check = (id: string): void =>
    setAll((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return {
    checked: new Set([...all].filter((id) => ids.includes(id))),
    check,
    drop: (acted: ReadonlySet<string>) => setAll((before) => new Set([...before].filter((id) => !acted.has(id)))),
    add: (more: readonly string[]) => setAll((before) => new Set([...before, ...more])),
    checkAll: () => setAll(new Set(ids)),
    clearChecks: () => setAll(new Set()),
  }
}

/** By then a menu that asked has closed and given the focus back, if what it came from is still there. */
const floatClosesMilliseconds = 200

interface AfterActs {
  drop: (acted: ReadonlySet<string>) => void
  toNext: () => string | undefined
}

/** After acting, ticks go, and the focus never falls out of the list: it moves to the next row, else to the list. */
function useAfterActs(after: AfterActs): void {
  const latest = useRef(after)
  useEffect(() => {
    latest.current = after
  })
  useEffect(
    () =>
      onActed((ids) => {
        if (ids.size > 1) latest.current.drop(ids)
        setTimeout(() => {
          const isLost = document.activeElement === null || document.activeElement === document.body
          if (isLost && !latest.current.toNext()) document.querySelector<HTMLElement>('#main')?.focus()
        }, floatClosesMilliseconds)
      }),
    [],
  )
}

/** Focuses a row; it may have to be scrolled into being first. */
function focusWhenThere(scroller: RefObject<HTMLDivElement | null>, id: string): void {
  let tries = 0
  const attempt = (): void => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)
    if (row) row.focus({ preventScroll: true })
    else if (tries++ < 10) requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}
