import { type ReactNode, useId, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'

/** How long the pointer rests before a tip shows. */
const restMilliseconds = 500

/** A short explanation beside what it wraps: after 500 ms, or at once on focus by keys. Escape closes it. */
export function Tip({ text, keys, children }: { text: string; keys?: string; children: ReactNode }) {
  const id = useId()
  const holder = useRef<HTMLSpanElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [place, setPlace] = useState<{ x: number; y: number; below: boolean } | null>(null)
  const show = (): void => {
    const box = holder.current?.firstElementChild?.getBoundingClientRect()
    if (!box) return
    const below = box.bottom + 44 < innerHeight
    setPlace({
      x: Math.min(Math.max(box.left + box.width / 2, 70), innerWidth - 70),
      y: below ? box.bottom + 6 : box.top - 6,
      below,
    })
  }
  const hide = (): void => {
    clearTimeout(waiting.current)
    setPlace(null)
  }
  return (
    <span
      ref={holder}
      className="contents"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') waiting.current = setTimeout(show, restMilliseconds)
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onKeyDown={hide}
    >
      {children}
      {place && (
        <span
          id={id}
          role="tooltip"
          style={{ left: place.x, top: place.y, transform: `translate(-50%, ${place.below ? '0' : '-100%'})` }}
          className="pointer-events-none fixed z-30 flex max-w-64 items-center gap-2 rounded-control bg-ink px-2 py-1 text-xs text-surface shadow-menu"
        >
          {text}
          {keys && <Kbd keys={keys} />}
        </span>
      )}
    </span>
  )
}
