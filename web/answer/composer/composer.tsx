import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useActions } from '../../live/actions.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { AudienceBand } from './audience-band.tsx'
import { ComposerField } from './composer-field.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { PromiseForm } from './promise-form.tsx'
import { useComposer } from './use-composer.ts'
import type { Mode } from './use-draft.ts'

interface ComposerProps {
  conversation: ConversationView
  mode: Mode
  onMode: (mode: Mode) => void
  /** A text to write again, e.g. of a reply that failed; its number changes each time. */
  again: { text: string; count: number } | null
}

/** Where a reply or a note is written. One never turns into the other by typing. */
export function Composer({ conversation, mode, onMode, again }: ComposerProps) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const composer = useComposer(conversation, mode)
  const { audience, may } = conversation
  const isNote = mode === 'note'
  const isBlocked = !isNote && !audience.canReply
  const writeAgain = useRef(composer.write)
  useEffect(() => {
    writeAgain.current = composer.write
  })
  useEffect(() => {
    if (!again) return
    writeAgain.current(again.text)
    field.current?.focus()
  }, [again])
  const into = (next: Mode): void => {
    // At once, so that the next key already lands in the text.
    flushSync(() => onMode(next))
    field.current?.focus()
  }
  const other: Mode = isNote ? 'reply' : 'note'
  useActions([
    {
      id: 'reply',
      label: 'actions.reply',
      group: 'conversation',
      keys: ['r'],
      when: () => may.reply,
      run: () => into('reply'),
    },
    {
      id: 'note',
      label: 'actions.note',
      group: 'conversation',
      keys: ['n'],
      when: () => may.note,
      run: () => into('note'),
    },
    {
      id: 'switch',
      label: 'actions.switchMode',
      group: 'composer',
      keys: ['mod+shift+n'],
      inFields: true,
      run: () => into(other),
    },
  ])
  return (
    <section
      aria-label={t('composer.region')}
      className={classNames('shrink-0 border-t', isNote ? 'border-note-line bg-note' : 'border-line')}
    >
      <AudienceBand conversation={conversation} mode={mode} />
      <div className="px-3 pb-2 empty:hidden">
        {composer.isStopped && (
          <NewerStop onRead={composer.readNewer} onSend={() => void composer.send('theirs', true)} />
        )}
        {composer.error && (
          <Banner tone="danger">{`${t(isNote ? 'composer.noteFailed' : 'composer.failed')} ${composer.error}`}</Banner>
        )}
      </div>
      {isBlocked ? (
        <p className="px-3 pb-2 text-sm text-ink-2">{audience.reason}</p>
      ) : (
        <ComposerField ref={field} conversation={conversation} mode={mode} composer={composer} />
      )}
      {composer.promise && !isNote && !isBlocked && (
        <PromiseForm
          promise={composer.promise}
          onChange={composer.setPromise}
          onDrop={() => composer.setPromise(null)}
        />
      )}
      <ComposerFoot mode={mode} conversation={conversation} composer={composer} onMode={into} isBlocked={isBlocked} />
    </section>
  )
}

function NewerStop({ onRead, onSend }: { onRead: () => void; onSend: () => void }) {
  const t = useText()
  return (
    <Banner
      tone="warn"
      action={
        <span className="flex flex-wrap gap-1">
          <Button small onClick={onRead}>
            {t('composer.newerRead')}
          </Button>
          <Button small onClick={onSend}>
            {t('composer.newerSend')}
          </Button>
        </span>
      }
    >
      {t('composer.newer')}
    </Banner>
  )
}
