import { X } from 'lucide-react'
import { useNow } from '../../live/clock.ts'
import { useText } from '../../live/text.ts'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

export interface PromiseDraft {
  text: string
  /** As the field of date and time writes it, in the writer's zone. */
  due: string
}

interface PromiseFormProps {
  promise: PromiseDraft
  onChange: (promise: PromiseDraft) => void
  onDrop: () => void
}

/** What we say we will do, and by when; it is kept with the reply. */
export function PromiseForm({ promise, onChange, onDrop }: PromiseFormProps) {
  const t = useText()
  const now = useNow()
  const isPast = promise.due !== '' && Date.parse(promise.due) <= now
  return (
    <div
      role="group"
      aria-label={t('promise.title')}
      className="mx-3 mb-2 flex flex-wrap items-start gap-2 rounded-row border border-line p-2"
    >
      <Field
        className="min-w-40 flex-1"
        label={t('promise.what')}
        autoFocus
        maxLength={500}
        value={promise.text}
        placeholder={t('promise.placeholder')}
        onChange={(event) => onChange({ ...promise, text: event.target.value })}
      />
      <Field
        label={t('promise.due')}
        type="datetime-local"
        value={promise.due}
        error={isPast ? t('promise.past') : undefined}
        onChange={(event) => onChange({ ...promise, due: event.target.value })}
      />
      <IconButton label={t('promise.drop')} icon={<X size={14} aria-hidden="true" />} onClick={onDrop} />
    </div>
  )
}

/** Whether both are said and the time lies ahead. */
export function isWholePromise(promise: PromiseDraft | null): boolean {
  return promise === null || (promise.text.trim() !== '' && Date.parse(promise.due) > Date.now())
}
