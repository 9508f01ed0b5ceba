import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names.ts'

export interface Option {
  id: string
  label: string
  group?: string
  hint?: ReactNode
  icon?: ReactNode
  /** Other words it is found by. */
  words?: string
}

interface OptionListProps<Choice extends Option> {
  label: string
  placeholder: string
  options: readonly Choice[]
  onPick: (choice: Choice) => void
  /** Shown when nothing fits. */
  empty: string
  onType?: (text: string) => void
}

/** A filter box over a list: words in any order, accents and case ignored; Enter takes the chosen, the first at first. */
export function OptionList<Choice extends Option>({
  label,
  placeholder,
  options,
  onPick,
  empty,
  onType,
}: OptionListProps<Choice>) {
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const shown = options.filter((option) =>
    fitsWords(`${option.label} ${option.words ?? ''} ${option.group ?? ''}`, text),
  )
  const chosen = shown[Math.min(at, shown.length - 1)]
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((Math.min(at, shown.length - 1) + step + shown.length) % Math.max(shown.length, 1))
    else if (event.key === 'Enter' && chosen) onPick(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className="flex min-h-0 flex-col">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key or a press, to be typed into at once
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        value={text}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          onType?.(event.target.value)
        }}
        className="h-11 w-full shrink-0 border-b border-line bg-transparent px-3 text-md outline-none placeholder:text-ink-3"
      />
      <div id={id} role="listbox" aria-label={label} className="max-h-80 min-h-0 overflow-auto p-1">
        {shown.map((option, index) => (
          <OptionRow
            key={option.id}
            id={`${id}-${option.id}`}
            option={option}
            heading={option.group === shown[index - 1]?.group ? undefined : option.group}
            chosen={option === chosen}
            onPick={() => onPick(option)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="px-3 pt-1 pb-3 text-sm text-ink-3">{empty}</p>}
    </div>
  )
}

interface OptionRowProps {
  id: string
  option: Option
  heading: string | undefined
  chosen: boolean
  onPick: () => void
}

function OptionRow({ id, option, heading, chosen, onPick }: OptionRowProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      {heading && (
        <div role="presentation" className="px-2 pt-2 pb-1 text-2xs font-medium text-ink-3">
          {heading}
        </div>
      )}
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={chosen}
        onClick={onPick}
        className={classNames(
          'flex min-h-8 items-center gap-2 rounded-control px-2 text-sm hover:bg-sunken touch:min-h-11',
          chosen && 'bg-accent-soft',
        )}
      >
        {option.icon}
        <span className="flex-1">{option.label}</span>
        <span className={classNames('text-xs', chosen ? 'text-ink-2' : 'text-ink-3')}>{option.hint}</span>
      </div>
    </>
  )
}

/** Whether every word typed is somewhere in the text, whatever the order, case and accents. */
export function fitsWords(text: string, typed: string): boolean {
  const plain = plainText(text)
  return plainText(typed)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
