import { type MouseEvent, type ReactElement, cloneElement, useState } from 'react'

/** The button that opens something that floats. */
export type Opener = ReactElement<{
  onClick?: (event: MouseEvent) => void
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}>

/** What it is open at, if it is, and the button with what it needs to open it. */
export function useOpener(button: Opener, popup: 'menu' | 'dialog') {
  const [anchor, setAnchor] = useState<Element | null>(null)
  const opener = cloneElement(button, {
    onClick: (event: MouseEvent) => setAnchor(event.currentTarget),
    'aria-haspopup': popup,
    'aria-expanded': anchor !== null,
  })
  return { anchor, opener, close: () => setAnchor(null) }
}
