import { type ReactNode, type SelectHTMLAttributes, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldHelp, fieldLook } from './field.tsx'

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  label: string
  hideLabel?: boolean
  choices: readonly { value: string; label: string }[]
  onPick: (value: string) => void
  help?: ReactNode
  error?: string | undefined
}

/** One of a few. The browser's own list: right on every device. For many choices use `Picker`. */
export function Select({ label, hideLabel, choices, onPick, help, error, className, ...rest }: SelectProps) {
  const id = useId()
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
      </label>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={help || error ? `${id}-help` : undefined}
        {...rest}
        onChange={(event) => onPick(event.target.value)}
        className={fieldLook(Boolean(error))}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldHelp id={`${id}-help`} help={help} error={error} />
    </div>
  )
}
