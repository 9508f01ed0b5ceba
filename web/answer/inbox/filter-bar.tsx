import { Plus, Search } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useActions } from '../../live/actions.ts'
import { useText } from '../../live/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Picker } from '../../ui/picker.tsx'
import { findChoice, useFilterChoices } from './filter-choices.ts'
import { type FilterName, type InboxSearch, filtersIn, readTyped } from './inbox-search.ts'

interface FilterBarProps {
  search: InboxSearch
  onFilter: (change: Partial<Record<FilterName, string | undefined>>) => void
}

/** Narrows a view: words, typed pairs such as `sentiment:negative`, or chips clicked together. */
export function FilterBar({ search, onFilter }: FilterBarProps) {
  const t = useText()
  const choices = useFilterChoices()
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const filters = filtersIn(search).filter(({ name }) => name !== 'q')
  useActions([{ id: 'filter', label: 'actions.filter', group: 'list', keys: ['/'], run: () => field?.select() }])
  const labelOf = (name: FilterName, value: string): string =>
    choices.find((choice) => choice.name === name && choice.value === value)?.label ?? t(`filter.${name}`)
  return (
    <div className="flex flex-col gap-1.5 px-3 pb-2">
      <div className="relative">
        <Search size={14} aria-hidden="true" className="absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-3" />
        <Kbd keys="/" className="pointer-events-none absolute end-2 top-1/2 -translate-y-1/2 text-ink-3" />
        <FilterField key={search.q ?? ''} search={search} onFilter={onFilter} choices={choices} fieldRef={setField} />
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {filters.map(({ name, value }) => (
          <Chip
            key={name}
            tone="accent"
            onRemove={() => onFilter({ [name]: undefined })}
            removeLabel={t('filter.remove', { name: labelOf(name, value) })}
          >
            {labelOf(name, value)}
          </Chip>
        ))}
        <Picker
          label={t('filter.add')}
          placeholder={t('filter.addPlaceholder')}
          empty={t('filter.none')}
          options={choices.map((choice) => ({
            ...choice,
            id: `${choice.name}-${choice.value}`,
            group: t(`filter.${choice.name}`),
          }))}
          onPick={(choice) => onFilter({ [choice.name]: choice.value })}
        >
          <button
            type="button"
            className="inline-flex min-h-6 items-center gap-1 rounded-chip px-1.5 text-2xs font-medium text-ink-2 hover:bg-sunken touch:min-h-11"
          >
            <Plus size={12} aria-hidden="true" />
            {t('filter.filter')}
          </button>
        </Picker>
      </div>
    </div>
  )
}

interface FilterFieldProps extends FilterBarProps {
  choices: ReturnType<typeof useFilterChoices>
  fieldRef: (field: HTMLInputElement | null) => void
}

function FilterField({ search, onFilter, choices, fieldRef }: FilterFieldProps) {
  const t = useText()
  const [text, setText] = useState(search.q ?? '')
  const apply = (line: string): void => {
    const { filters, words } = readTyped(line, (pair, value) => {
      if (pair === 'from') return { name: 'q', value }
      const found = findChoice(choices, pair, value)
      return found && { name: found.name, value: found.value }
    })
    const from = filters.filter(({ name }) => name === 'q').map(({ value }) => value)
    const others = Object.fromEntries(
      filters.filter(({ name }) => name !== 'q').map(({ name, value }) => [name, value]),
    )
    const q = [...from, words].filter(Boolean).join(' ')
    setText(q)
    onFilter({ ...others, q: q || undefined })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') apply(text)
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (text) apply('')
    event.currentTarget.blur()
  }
  return (
    <input
      ref={fieldRef}
      type="search"
      aria-label={t('filter.label')}
      aria-keyshortcuts="/"
      placeholder={t('filter.placeholder')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => text !== (search.q ?? '') && apply(text)}
      className="h-control w-full rounded-control border border-line bg-surface ps-8 pe-2 text-sm placeholder:text-ink-3 hover:border-line-strong"
    />
  )
}
