import { useSyncExternalStore } from 'react'

/** One value that many watch. */
export interface Cell<Value> {
  get: () => Value
  set: (next: Value) => void
  /** Sets it to what comes of the value before. */
  change: (by: (before: Value) => Value) => void
  watch: (onChange: () => void) => () => void
}

/** Makes a cell. Watchers hear of a change only when the value is another one. */
export function cell<Value>(initial: Value): Cell<Value> {
  let value = initial
  const watchers = new Set<() => void>()
  const set = (next: Value): void => {
    if (Object.is(next, value)) return
    value = next
    for (const watcher of watchers) watcher()
  }
  return {
    get: () => value,
    set,
    change: (by) => set(by(value)),
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}

/** The value of a cell, followed by the component. */
export function useCell<Value>(source: Cell<Value>): Value {
  return useSyncExternalStore(source.watch, source.get)
}
