import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

export interface MenuChoice {
  id: string
  label: string
  /** A second, smaller text at its side. */
  hint?: string
  keys?: string
  icon?: ReactNode
  danger?: boolean
  /** The first of a group: a line stands above it. */
  begins?: boolean
  run: () => void
}

interface MenuListProps {
  label: string
  choices: readonly MenuChoice[]
  onClose: () => void
}

/** The lines of a menu. */
export function MenuList({ label, choices, onClose }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    const next = nextItem(event.key, at, choices)
    if (next === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    items[next]?.focus()
  }
  return (
    <div ref={menu} role="menu" aria-label={label} onKeyDown={onKeyDown} className="p-1">
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose()
            choice.run()
          }}
          className={classNames(
            'ring-inside flex min-h-8 w-full items-center gap-2 rounded-control px-2 text-start text-sm hover:bg-sunken focus:bg-accent-soft touch:min-h-11',
            choice.begins && 'mt-1 border-t border-line pt-1',
            choice.danger ? 'text-danger-text' : 'text-ink',
          )}
        >
          {choice.icon}
          <span className="flex-1">{choice.label}</span>
          {choice.hint && <span className="tabular text-xs text-ink-2">{choice.hint}</span>}
          {choice.keys && <Kbd keys={choice.keys} />}
        </button>
      ))}
    </div>
  )
}

/** Where a key leads in a menu: arrows around its ends, Home, End, or the next line that begins with the letter. */
export function nextItem(key: string, at: number, choices: readonly { label: string }[]): number | undefined {
  const count = choices.length
  const fixed = { ArrowDown: (at + 1) % count, ArrowUp: (at - 1 + count) % count, Home: 0, End: count - 1 }[key]
  if (fixed !== undefined || key.length > 1 || key === ' ') return fixed
  const order = choices.map((_, index) => (at + 1 + index) % count)
  return order.find((index) => choices[index]?.label.toLowerCase().startsWith(key.toLowerCase()))
}
