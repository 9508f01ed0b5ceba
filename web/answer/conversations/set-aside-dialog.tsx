import { useState } from 'react'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { ChooserProps } from './choosing.ts'
import { type SetAsideReason, setAside } from './conversation-acts.ts'

const reasons: readonly SetAsideReason[] = ['spam', 'no_answer_wanted', 'not_ours', 'chose_not_to_join']

/** Why we set it aside: one of four reasons, and a note where there is more to say. */
export function SetAsideDialog({ ids, onClose }: ChooserProps) {
  const t = useText()
  const [reason, setReason] = useState<SetAsideReason>('no_answer_wanted')
  const [note, setNote] = useState('')
  const submit = (): void => {
    onClose()
    void setAside(ids, reason, note)
  }
  return (
    <Dialog
      title={t('aside.title', { count: ids.length })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="main" type="submit" form="set-aside">
            {t('aside.do')}
          </Button>
        </>
      }
    >
      <form
        id="set-aside"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-semibold">{t('aside.why')}</legend>
          {reasons.map((each) => (
            <label
              key={each}
              className="flex min-h-9 items-start gap-2 rounded-control px-2 py-1.5 hover:bg-sunken has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="reason"
                value={each}
                autoFocus={each === reason}
                checked={each === reason}
                onChange={() => setReason(each)}
                className="mt-1 accent-accent"
              />
              <span>
                <span className="block text-sm font-medium">{t(`aside.reason.${each}`)}</span>
                <span className="block text-xs text-ink-2">{t(`aside.hint.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t('aside.note')}
          value={note}
          maxLength={2_000}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
