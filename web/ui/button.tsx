import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

export type ButtonTone = 'main' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone
  /** The key that does the same, shown at the right and told to readers. */
  shortcut?: string
  icon?: ReactNode
  /** Set while it works: the button keeps its width and says what it does. */
  busy?: boolean
  /** Lower, for a line of text or a banner. */
  small?: boolean
  ref?: Ref<HTMLButtonElement>
}

const tones: Record<ButtonTone, string> = {
  main: 'bg-accent text-on-accent hover:bg-accent-hover font-semibold',
  plain: 'bg-surface text-ink border border-line-strong hover:bg-sunken',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-danger-text border border-danger hover:bg-danger-soft',
}

/** A button that says its deed. Where it is disabled, `title` says why. */
export function Button({ tone = 'plain', shortcut, icon, busy, small, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      aria-disabled={busy ?? undefined}
      {...rest}
      onClick={busy ? undefined : rest.onClick}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control px-3 text-sm whitespace-nowrap transition-colors duration-100 disabled:opacity-55 disabled:cursor-not-allowed',
        small ? 'h-7 touch:h-11' : 'h-control',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
      {shortcut && <Kbd keys={shortcut} className="max-desk:hidden" />}
    </button>
  )
}

/** Our names of keys in those of `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys
    .replace('mod+', 'Control+')
    .replace('shift+', 'Shift+')
    .replace('alt+', 'Alt+')
    .replace(/\b([a-z])$/, (letter) => letter.toUpperCase())
}
