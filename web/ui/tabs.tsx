import type { KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'

interface TabsProps {
  label: string
  tabs: readonly { id: string; label: string }[]
  chosen: string
  onChoose: (id: string) => void
  /** Id of the panel that shows the chosen tab. */
  panelId: string
}

/** Several faces of one place. The arrows move. */
export function Tabs({ label, tabs, chosen, onChoose, panelId }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const index = (tabs.findIndex((tab) => tab.id === chosen) + step + tabs.length) % tabs.length
    onChoose(tabs[index]?.id ?? chosen)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }
  return (
    <div role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-1">
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls={panelId}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          className={classNames(
            'ring-inside min-h-8 rounded-control px-2.5 text-sm touch:min-h-11',
            tab.id === chosen ? 'bg-accent-soft font-semibold text-accent-text' : 'text-ink-2 hover:bg-sunken',
          )}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
