import { useEffect } from 'react'

let isInUse = false

/** Notes when somebody begins to use the page by keys or fingers; called once at the start. */
export function followUse(): void {
  for (const event of ['focusin', 'keydown', 'pointerdown']) document.addEventListener(event, noteUse, { once: true })
}

function noteUse(): void {
  isInUse = true
}

/**
 * For every screen: when the control with the focus went away with the screen before, the focus comes here, so that it
 * never falls to the body. A page that was just loaded is left alone, for its first Tab leads to the skip link.
 */
export function useFocusOnArrival(): void {
  useEffect(() => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body
    if (isInUse && isNowhere) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  }, [])
}
