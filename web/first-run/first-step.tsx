import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useText } from '../live/text.ts'
import { classNames } from '../ui/class-names.ts'

interface FirstStepProps {
  number: number
  title: string
  about: string
  isDone: boolean
  /** The step to do now is open; the others show their heading alone, and open by a click. */
  isOpen: boolean
  onOpen: () => void
  children: ReactNode
}

/** One of the first steps. */
export function FirstStep({ number, title, about, isDone, isOpen, onOpen, children }: FirstStepProps) {
  const t = useText()
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-pane border border-line">
      <h2 id={id}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onOpen}
          className={classNames(
            'ring-inside flex w-full items-center gap-3 px-4 py-3 text-start hover:bg-sunken',
            isOpen ? 'rounded-t-pane' : 'rounded-pane',
          )}
        >
          <span
            className={classNames(
              'inline-flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold',
              isDone ? 'bg-ok-soft text-ok-text' : isOpen ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-2',
            )}
          >
            {isDone ? <Check size={16} aria-label={t('first.done')} /> : number}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block text-lg font-semibold">{title}</span>
            <span className="block text-sm text-ink-2">{about}</span>
          </span>
        </button>
      </h2>
      {isOpen && <div className="flex flex-col gap-4 px-4 pt-3 pb-4 tablet:ps-14">{children}</div>}
    </section>
  )
}
