import { useState } from 'react'
import { useCell } from '../../live/cell.ts'
import { fullTime } from '../../live/tell-time.ts'
import { language, useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { type Evidence, endByThem } from './conversation-acts.ts'
import { useThread } from './conversation-store.ts'

interface EndingDialogProps {
  id: string
  /** Words that were selected in one of their messages. */
  evidence?: Evidence & { words: string }
  onClose: () => void
}

/** Only the customer ends a conversation. This asks which words of theirs say so. */
export function EndingDialog({ id, evidence, onClose }: EndingDialogProps) {
  const t = useText()
  const locale = useCell(language)
  const thread = useThread(id)
  const theirs = (thread?.messages ?? [])
    .filter((message) => message.direction === 'in' && message.text)
    .slice(-12)
    .reverse()
  const preset = evidence && 'messageId' in evidence ? evidence.messageId : theirs[0]?.id
  const [chosen, setChosen] = useState(preset ?? 'stated')
  const [words, setWords] = useState('')
  const name = thread?.person.name ?? ''
  const isMissing = chosen === 'stated' && words.trim() === ''
  const submit = (): void => {
    if (isMissing) return
    onClose()
    void endByThem(
      id,
      chosen === 'stated'
        ? { statedBy: name, words: words.trim(), at: new Date().toISOString() }
        : { messageId: chosen },
    )
  }
  return (
    <Dialog
      title={t('ending.title', { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            tone="main"
            onClick={submit}
            disabled={isMissing}
            title={isMissing ? t('ending.needsWords') : undefined}
          >
            {t('ending.do')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-2">{t('ending.about')}</p>
      <fieldset className="flex flex-col gap-1">
        <legend className="sr-only">{t('ending.which')}</legend>
        {theirs.map((message) => (
          <Proof key={message.id} value={message.id} chosen={chosen} onChoose={setChosen}>
            <span className="block text-sm" dir="auto">
              {evidence && 'messageId' in evidence && evidence.messageId === message.id
                ? evidence.words
                : message.text.slice(0, 280)}
            </span>
            <span className="block text-xs text-ink-2">{fullTime(message.at, locale)}</span>
          </Proof>
        ))}
        <Proof value="stated" chosen={chosen} onChoose={setChosen}>
          <span className="text-sm">{t('ending.stated', { name })}</span>
        </Proof>
      </fieldset>
      {chosen === 'stated' && (
        <div className="mt-3 flex flex-col gap-3">
          <Field label={t('ending.by')} value={name} readOnly />
          <TextArea
            label={t('ending.words')}
            required
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
    </Dialog>
  )
}

interface ProofProps {
  value: string
  chosen: string
  onChoose: (value: string) => void
  children: React.ReactNode
}

function Proof({ value, chosen, onChoose, children }: ProofProps) {
  return (
    <label className="flex items-start gap-2 rounded-control px-2 py-1.5 hover:bg-sunken has-checked:bg-accent-soft">
      <input
        type="radio"
        name="proof"
        autoFocus={value === chosen}
        checked={value === chosen}
        onChange={() => onChoose(value)}
        className="mt-1 accent-accent"
      />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  )
}
