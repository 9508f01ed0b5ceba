import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { ariaKeys } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tip } from './tip.tsx'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** What it does, in words: its name and its tip. */
  label: string
  icon: ReactNode
  shortcut?: string
  pressed?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button with a sign only. */
export function IconButton({ label, icon, shortcut, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} {...(shortcut ? { keys: shortcut } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
        {...rest}
        className={classNames(
          'inline-flex size-control shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:opacity-55',
          pressed && 'bg-accent-soft text-accent-text',
          className,
        )}
      >
        {icon}
      </button>
    </Tip>
  )
}
