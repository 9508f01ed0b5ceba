import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Popover } from 'react-aria-components'

export interface FloatingPlaceProps {
  label: string
  anchor: Element
  onClose: () => void
  children: ReactNode
  width?: 'menu' | 'list'
}

/** Where something floats: at what opened it, inside the window. Loaded when it is first needed. */
export function FloatingPlace({ label, anchor, onClose, children, width = 'list' }: FloatingPlaceProps) {
  return (
    <Popover
      isOpen
      triggerRef={{ current: anchor }}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      containerPadding={8}
      className={`appear z-30 max-w-[calc(100vw-1rem)] overflow-auto rounded-row border border-line bg-raised text-ink shadow-menu outline-none ${width === 'menu' ? 'min-w-52' : 'w-80'}`}
    >
      <AriaDialog aria-label={label} className="outline-none">
        {children}
      </AriaDialog>
    </Popover>
  )
}
