import { CircleAlert, CircleHelp, LoaderCircle, RotateCcw, Send } from 'lucide-react'
import { useState } from 'react'
import type { MessageView } from '../../../contract/conversations.ts'
import { useNow } from '../../live/clock.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { UndoRing } from './undo-ring.tsx'
import { decideReply, takeBackReply } from './reply-acts.ts'

interface ReplyStateProps {
  message: MessageView
  conversationId: string
  onEditAgain: (text: string) => void
}

/** How far a reply of ours is, and what can be done about it. */
export function ReplyState({ message, conversationId, onEditAgain }: ReplyStateProps) {
  const t = useText()
  const { state } = message
  const [wrong, setWrong] = useState('')
  const run = async (deed: Promise<unknown>): Promise<boolean> => {
    try {
      return (await deed) !== false
    } catch (error) {
      setWrong(sentenceOf(error, t('ui.notDone')))
      return false
    }
  }
  const takeBack = async (): Promise<void> => {
    if (await run(takeBackReply(conversationId, message.id))) onEditAgain(message.text)
  }
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-2 text-xs text-ink-2">
      {state === 'queued' && <QueuedReply message={message} onTakeBack={() => void takeBack()} />}
      {state === 'sending' && <Mark icon={<LoaderCircle size={14} aria-hidden="true" />}>{t('reply.sending')}</Mark>}
      {state === 'sent' && <Mark icon={<Send size={12} aria-hidden="true" />}>{t('reply.sent')}</Mark>}
      {(state === 'failed' || state === 'unknown') && (
        <HeldReply
          message={message}
          onEditAgain={onEditAgain}
          onDecide={(decision) => void run(decideReply(conversationId, message.id, decision))}
        />
      )}
      {wrong && (
        <span role="alert" className="text-danger-text">
          {wrong}
        </span>
      )}
    </div>
  )
}

function QueuedReply({ message, onTakeBack }: { message: MessageView; onTakeBack: () => void }) {
  const t = useText()
  const now = useNow('second')
  const left = message.undoUntil ? Math.floor((Date.parse(message.undoUntil) - now) / 1_000) : 0
  if (left <= 0) return <Mark icon={<LoaderCircle size={14} aria-hidden="true" />}>{t('reply.sending')}</Mark>
  return (
    <>
      <UndoRing left={left} until={message.undoUntil ?? ''} />
      <span>{t('reply.goesIn', { count: left })}</span>
      {!message.id.startsWith('new-') && (
        <Button tone="quiet" small icon={<RotateCcw size={14} aria-hidden="true" />} onClick={onTakeBack}>
          {t('ui.undo')}
        </Button>
      )}
    </>
  )
}

function Mark({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1">
      {icon}
      {children}
    </span>
  )
}

interface HeldReplyProps {
  message: MessageView
  onEditAgain: (text: string) => void
  onDecide: (decision: 'arrived' | 'send_again' | 'drop') => void
}

function HeldReply({ message, onEditAgain, onDecide }: HeldReplyProps) {
  const t = useText()
  const isUnknown = message.state === 'unknown'
  return (
    <div
      role="group"
      className={`flex w-full flex-wrap items-center gap-2 rounded-control px-2 py-1.5 ${isUnknown ? 'bg-warn-soft text-warn-text' : 'bg-danger-soft text-danger-text'}`}
    >
      {isUnknown ? <CircleHelp size={14} aria-hidden="true" /> : <CircleAlert size={14} aria-hidden="true" />}
      <span className="min-w-40 flex-1">
        {t(isUnknown ? 'reply.unknown' : 'reply.failed')} {message.reason}
      </span>
      {isUnknown && (
        <Button small onClick={() => onDecide('arrived')}>
          {t('reply.arrived')}
        </Button>
      )}
      <Button small onClick={() => onDecide('send_again')}>
        {t('reply.sendAgain')}
      </Button>
      {isUnknown ? (
        <Button small onClick={() => onDecide('drop')}>
          {t('reply.drop')}
        </Button>
      ) : (
        <Button small onClick={() => onEditAgain(message.text)}>
          {t('reply.editAgain')}
        </Button>
      )}
    </div>
  )
}
