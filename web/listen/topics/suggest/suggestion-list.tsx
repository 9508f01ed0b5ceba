import { type CSSProperties, useEffect, useRef } from 'react'
import { useText } from '../../../live/text.ts'
import { classNames } from '../../../ui/class-names.ts'
import type { Suggestion } from './suggestions.ts'
import type { Combobox } from './use-combobox.ts'

/** The suggestions of a combobox, floating where they are placed. The focus stays in the field. */
export function SuggestionList({ box, style }: { box: Combobox; style?: CSSProperties }) {
  const t = useText()
  return (
    <>
      <span role="status" className="sr-only">
        {box.isOpen && t('topics.suggest.count', { count: box.options.length })}
      </span>
      {box.isOpen && (
        <ul
          id={box.listId}
          role="listbox"
          aria-label={t('topics.suggest')}
          style={style}
          className="absolute z-30 max-h-72 w-72 max-w-full overflow-auto rounded-row border border-line bg-raised p-1 font-sans shadow-menu"
        >
          {box.options.map((option, index) => (
            <OptionLine
              key={option.id}
              id={`${box.listId}-${index}`}
              option={option}
              isChosen={index === box.active}
              onPick={() => box.pick(option)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

interface OptionLineProps {
  id: string
  option: Suggestion
  isChosen: boolean
  onPick: () => void
}

function OptionLine({ id, option, isChosen, onPick }: OptionLineProps) {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li
      ref={line}
      id={id}
      role="option"
      aria-selected={isChosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={classNames(
        'flex min-h-8 items-center gap-3 rounded-control px-2 text-sm hover:bg-sunken touch:min-h-11',
        isChosen && 'bg-accent-soft',
      )}
    >
      <span className="min-w-0 flex-1 truncate font-mono">{option.label}</span>
      <span className="shrink-0 text-xs text-ink-2">{option.hint}</span>
    </li>
  )
}
