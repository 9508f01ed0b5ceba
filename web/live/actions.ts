import { useEffect, useLayoutEffect, useRef } from 'react'
import { cell, useCell } from './cell.ts'
import type { TextKey } from './text.ts'

/** Something a person can do right now, said once: menus, the palette, the key screen and the keyboard read the same object. */
export interface BoundAction {
  id: string
  label: TextKey
  group: 'conversation' | 'list' | 'go' | 'everywhere' | 'composer'
  /** `e`, `mod+k`, or a sequence `g i`. The first is the one shown. */
  keys?: readonly string[]
  /** Other words people look for it by, in any language. */
  words?: string
  when?: () => boolean
  /** Also while a text field has the focus; only for keys with ⌘/Ctrl or Alt, and Escape. */
  inFields?: boolean
  inDialogs?: boolean
  run: () => void
}

const layers = cell<readonly { actions: () => readonly BoundAction[] }[]>([])

/** Everything that can be done now, the frame's first, the innermost screen's last. */
export function boundActions(): readonly BoundAction[] {
  return layers.get().flatMap((layer) => layer.actions())
}

/** Offers actions while the component is on the page. */
export function useActions(actions: readonly BoundAction[]): void {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const layer = { actions: () => latest.current }
    layers.change((before) => [...before, layer])
    return () => layers.change((before) => before.filter((each) => each !== layer))
  }, [])
}

/** The actions on offer, followed by the component (for the palette and the key screen). */
export function useBoundActions(): readonly BoundAction[] {
  useCell(layers)
  return boundActions()
}
