import { type ReactNode, Suspense, lazy } from 'react'
import { useWindowWidth } from '../live/window-width.ts'
import { Dialog } from './dialog.tsx'

const FloatingPlace = lazy(async () => ({ default: (await import('./floating-place.tsx')).FloatingPlace }))

interface FloatingProps {
  label: string
  /** What it opens at; without one it opens in the middle. */
  anchor: Element | null
  onClose: () => void
  children: ReactNode
  width?: 'menu' | 'list'
}

/** A short question at the control or row that asked it; a sheet on a phone. Escape gives the focus back. */
export function Floating({ anchor, ...rest }: FloatingProps) {
  const isPhone = useWindowWidth() === 'phone'
  const { label, onClose, children } = rest
  if (!anchor || isPhone)
    return (
      <Dialog title={label} onClose={onClose} bare>
        {children}
      </Dialog>
    )
  return (
    <Suspense fallback={null}>
      <FloatingPlace anchor={anchor} {...rest} />
    </Suspense>
  )
}
