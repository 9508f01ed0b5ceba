import { type KeyboardEvent, type PointerEvent, useState } from 'react'

interface SplitterProps {
  label: string
  /** Width of the pane before it, in pixels. */
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

const step = 8

/** The edge between two panes: drag it, or focus it and use the arrows, Home and End. */
export function Splitter({ label, value, min, max, onChange }: SplitterProps) {
  const [from, setFrom] = useState<{ x: number; value: number } | null>(null)
  const set = (next: number): void => onChange(Math.round(Math.min(Math.max(next, min), max)))
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowRight: value + step, ArrowLeft: value - step, Home: min, End: max }[event.key]
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (from) set(from.value + (event.clientX - from.x) * (document.dir === 'rtl' ? -1 : 1))
  }
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, value })
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => setFrom(null)}
      className="w-2 shrink-0 cursor-col-resize touch-none rounded-full hover:bg-line"
    />
  )
}
