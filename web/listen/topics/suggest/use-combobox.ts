import { type KeyboardEvent, useId, useState } from 'react'
import type { Suggestion } from './suggestions.ts'

interface ComboboxParts {
  options: readonly Suggestion[]
  /** The first is chosen at once, so that Enter and Tab take it; else only after an arrow. */
  isEager: boolean
  onPick: (option: Suggestion) => void
}

export type Combobox = ReturnType<typeof useCombobox>

/** A list of suggestions below a field: arrows choose, Enter and Tab take what is chosen, Escape closes. */
export function useCombobox({ options, isEager, onPick }: ComboboxParts) {
  const id = useId()
  const [isWanted, setWanted] = useState(false)
  const [chosen, setChosen] = useState({ among: '', index: -1 })
  const isOpen = isWanted && options.length > 0
  const among = options.map((option) => option.id).join('\n')
  const active = chosen.among === among ? chosen.index : isEager ? 0 : -1
  const close = (): void => setWanted(false)
  const pick = (option: Suggestion): void => {
    setChosen({ among: '', index: -1 })
    onPick(option)
  }
  /** Whether the open list has a use for the key. */
  const act = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    const option = key === 'Enter' || key === 'Tab' ? options[active] : undefined
    if (step) setChosen({ among, index: stepFrom(active, step, options.length) })
    if (option) pick(option)
    return Boolean(step ?? option) || key === 'Escape'
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    if (isOpen ? act(event.key) : event.altKey && event.key === 'ArrowDown') {
      setWanted(event.key !== 'Escape')
      event.preventDefault()
    }
  }
  return {
    listId: id,
    isOpen,
    active,
    options: isOpen ? options : [],
    activeId: isOpen && active >= 0 ? `${id}-${active}` : undefined,
    open: () => setWanted(true),
    close,
    pick,
    onKeyDown,
  }
}

/** The next place around the ends; before the first choice the arrows begin at either end. */
function stepFrom(active: number, step: number, count: number): number {
  const from = active === -1 && step === -1 ? count : active
  return (from + step + count) % count
}
