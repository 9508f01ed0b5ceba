import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { classNames } from './class-names.ts'

/** What everything one types into has beside itself. */
export interface LabelledProps {
  label: string
  hideLabel?: boolean | undefined
  help?: ReactNode
  /** What is wrong with it, in a sentence. */
  error?: string | undefined
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement>, LabelledProps {
  ref?: Ref<HTMLInputElement>
}

/** One line of text with its name, its help and its mistake. */
export function Field({ label, hideLabel, help, error, className, ...rest }: FieldProps) {
  return (
    <Labelled {...{ label, hideLabel, help, error, className }}>
      {(tied) => <input {...tied} {...rest} className={fieldLook(Boolean(error))} />}
    </Labelled>
  )
}

interface Tied {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** The name above and the help and mistake below what one types into, tied to it. */
export function Labelled({
  label,
  hideLabel,
  help,
  error,
  className,
  children,
}: LabelledProps & { className?: string | undefined; children: (tied: Tied) => ReactNode }) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': help || error ? helpId : undefined,
      })}
      <FieldHelp id={helpId} help={help} error={error} />
    </div>
  )
}

/** The look of everything one types into. */
export function fieldLook(wrong: boolean): string {
  return classNames(
    'min-h-(--control) w-full min-w-0 rounded-control border bg-surface px-2.5 text-sm text-ink placeholder:text-ink-3',
    wrong ? 'border-danger' : 'border-line-strong',
  )
}

/** Help and mistake under a field; the mistake is said to readers as soon as it is there. */
export function FieldHelp({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  if (!help && !error) return null
  return (
    <div id={id} className="text-xs">
      {error && (
        <p role="alert" className="text-danger-text">
          {error}
        </p>
      )}
      {help && <div className="text-ink-3">{help}</div>}
    </div>
  )
}
