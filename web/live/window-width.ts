import { useSyncExternalStore } from 'react'

export type WindowWidth = 'phone' | 'tablet' | 'desk' | 'wide'

const from: readonly [WindowWidth, string][] = [
  ['wide', '(min-width: 1440px)'],
  ['desk', '(min-width: 1100px)'],
  ['tablet', '(min-width: 768px)'],
]

/** Which of the four layouts the window has room for. */
export function useWindowWidth(): WindowWidth {
  return useSyncExternalStore(watch, current)
}

function current(): WindowWidth {
  return from.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'phone'
}

function watch(onChange: () => void): () => void {
  const lists = from.map(([, query]) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', onChange)
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange)
  }
}
