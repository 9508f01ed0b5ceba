import { X } from 'lucide-react'
import { useCell } from '../../live/cell.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { progress } from '../conversations/act-on.ts'
import { type Choosing, choose } from '../conversations/choosing.ts'

interface BulkBarProps {
  ids: readonly string[]
  onClear: () => void
  /** Checks everything that is shown; absent when it is. */
  onAll?: (() => void) | undefined
}

const deeds: readonly {
  what: Choosing['what']
  label: 'bulk.turn' | 'bulk.assign' | 'bulk.department' | 'bulk.snooze' | 'bulk.aside'
  keys: string
}[] = [
  { what: 'turn', label: 'bulk.turn', keys: 'e' },
  { what: 'assign', label: 'bulk.assign', keys: 'a' },
  { what: 'department', label: 'bulk.department', keys: 'd' },
  { what: 'snooze', label: 'bulk.snooze', keys: 'h' },
  { what: 'set-aside', label: 'bulk.aside', keys: '#' },
]

/** Stands in the place of the list's header while rows are checked. */
export function BulkBar({ ids, onClear, onAll }: BulkBarProps) {
  const t = useText()
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.label')}
      className="flex shrink-0 flex-wrap items-center gap-1 border-b border-line bg-accent-soft px-2 py-1.5"
    >
      <IconButton
        label={t('bulk.clear')}
        shortcut="escape"
        icon={<X size={16} aria-hidden="true" />}
        onClick={onClear}
      />
      <span className="text-sm font-semibold">{t('bulk.count', { count: ids.length })}</span>
      {onAll && (
        <button
          type="button"
          onClick={onAll}
          className="rounded-control px-1.5 text-xs text-accent-text underline touch:min-h-11"
        >
          {t('bulk.all')}
        </button>
      )}
      <span className="flex-1" />
      {deeds.map(({ what, label, keys }) => (
        <Button
          key={what}
          tone="quiet"
          className="px-2"
          data-choose={what}
          data-for={ids.join(' ')}
          aria-keyshortcuts={keys}
          onClick={() => choose(what, ids)}
        >
          {t(label)}
        </Button>
      ))}
    </div>
  )
}

/** How far a change of many is, with its stop. */
export function ProgressLine() {
  const t = useText()
  const going = useCell(progress)
  if (!going) return null
  return (
    <div role="status" className="flex shrink-0 items-center gap-2 px-3 py-1 text-xs text-ink-2">
      <progress max={going.of} value={going.done} className="h-1.5 flex-1 accent-accent" aria-label={t('bulk.label')} />
      {t('bulk.progress', { done: going.done, of: going.of })}
      <Button tone="quiet" small onClick={going.stop}>
        {t('ui.cancel')}
      </Button>
    </div>
  )
}
