import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type ChipTone = 'plain' | 'accent' | 'danger' | 'warn' | 'ok' | 'negative' | 'neutral' | 'positive' | 'note'

const tones: Record<ChipTone, string> = {
  plain: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-text',
  danger: 'bg-danger-soft text-danger-text',
  warn: 'bg-warn-soft text-warn-text',
  ok: 'bg-ok-soft text-ok-text',
  negative: 'bg-sent-neg-soft text-sent-neg-text',
  neutral: 'bg-sent-neu-soft text-sent-neu-text',
  positive: 'bg-sent-pos-soft text-sent-pos-text',
  note: 'bg-note text-note-text',
}

interface ChipProps {
  tone?: ChipTone
  children: ReactNode
  title?: string
  onOpen?: () => void
  /** With a name for the small cross, e.g. "Remove Negative". */
  onRemove?: () => void
  removeLabel?: string
}

/** A fact in a few words. A button only where it opens something. */
export function Chip({ tone = 'plain', children, title, onOpen, onRemove, removeLabel }: ChipProps) {
  const look = classNames(
    'inline-flex min-h-5 max-w-full items-center gap-1 rounded-chip px-1.5 text-2xs font-medium',
    tones[tone],
  )
  if (onOpen)
    return (
      <button
        type="button"
        title={title}
        onClick={onOpen}
        className={classNames(look, 'hover:underline touch:min-h-11')}
      >
        {children}
      </button>
    )
  return (
    <span title={title} className={look}>
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-me-1 inline-flex size-6 items-center justify-center rounded-chip hover:bg-surface touch:size-11"
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
