import { classNames } from './class-names.ts'

interface SwitchProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  /** Why it cannot be switched, in words; then it is off limits. */
  blocked?: string | undefined
  hideLabel?: boolean
}

/** On or off, at once. */
export function Switch({ label, on, onChange, blocked, hideLabel }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={hideLabel ? label : undefined}
      aria-disabled={blocked ? true : undefined}
      title={blocked}
      onClick={() => !blocked && onChange(!on)}
      className="inline-flex min-h-6 items-center gap-2 text-sm touch:min-h-11"
    >
      <span
        className={classNames(
          'relative h-5 w-9 shrink-0 rounded-full border transition-colors duration-100',
          on ? 'border-accent bg-accent' : 'border-line-strong bg-sunken',
          blocked && 'opacity-55',
        )}
      >
        <span
          className={classNames(
            'absolute top-0.5 size-3.5 rounded-full',
            on ? 'end-0.5 bg-on-accent' : 'start-0.5 bg-line-strong',
          )}
        />
      </span>
      {!hideLabel && label}
    </button>
  )
}
