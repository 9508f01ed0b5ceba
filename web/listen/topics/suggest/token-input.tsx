import { type InputHTMLAttributes, type KeyboardEvent, useState } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { SuggestionList } from './suggestion-list.tsx'
import type { Suggestion } from './suggestions.ts'
import { replaceToken, tokenAt } from './token-at.ts'
import { useCombobox } from './use-combobox.ts'
import { useFieldSuggestions, useSuggestions } from './use-suggestions.ts'

interface TokenInputProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'placeholder' | 'className' | 'autoFocus'
> {
  label: string
  value: string
  onChange: (value: string) => void
  /** Enter, or a suggestion that is whole. */
  onCommit: (value: string) => void
  onLeave?: () => void
  /** Keys that the suggestions had no use for. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Fields are offered before anything is typed. */
  offersFields?: boolean
  focusName?: string
}

/** One line into which a piece of a query is typed, with suggestions below. */
export function TokenInput(props: TokenInputProps) {
  const { label, value, onChange, onCommit, onLeave, offersFields = false, focusName, ...rest } = props
  const [caret, setCaret] = useState(value.length)
  const token = tokenAt(value, caret)
  const suggested = useSuggestions(token)
  const fields = useFieldSuggestions()
  const box = useCombobox({
    options: value === '' && offersFields ? fields : suggested,
    isEager: token?.field !== undefined,
    onPick: ({ insert }: Suggestion) => {
      const next = replaceToken(value, token ?? { start: 0, end: 0 }, insert)
      if (!insert.endsWith(':')) return onCommit(next.text.trim())
      setCaret(next.caret)
      onChange(next.text)
    },
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    box.onKeyDown(event)
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onCommit(value)
    } else props.onKeyDown?.(event)
  }
  return (
    <span className="relative inline-flex max-w-full min-w-0">
      <input
        {...rest}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={box.isOpen}
        aria-controls={box.isOpen ? box.listId : undefined}
        aria-activedescendant={box.activeId}
        data-focus={focusName}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onKeyDown={onKeyDown}
        onClick={offersFields ? box.open : undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart ?? event.target.value.length)
          box.open()
          onChange(event.target.value)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? value.length)}
        onBlur={() => {
          box.close()
          onLeave?.()
        }}
        className={classNames(
          'h-7 min-w-0 rounded-control border border-transparent bg-transparent px-1.5 font-mono text-sm text-ink placeholder:font-sans placeholder:text-ink-3 hover:border-line-strong focus:border-line-strong touch:h-11',
          rest.className,
        )}
      />
      <SuggestionList box={box} style={{ top: '100%', insetInlineStart: 0, marginTop: 4 }} />
    </span>
  )
}
