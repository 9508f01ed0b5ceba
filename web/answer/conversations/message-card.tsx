import { ExternalLink } from 'lucide-react'
import { Suspense, lazy, useState } from 'react'
import type { ConversationView, MessageView } from '../../../contract/conversations.ts'
import { useCell } from '../../live/cell.ts'
import { fullTime, timeOfDay } from '../../live/tell-time.ts'
import { language, useText, withTexts } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { EarlierVersions } from './earlier-versions.tsx'
import { markText } from './mark-text.ts'
import { MarkedText } from './marked-text.tsx'
import { ReplyState } from './reply-state.tsx'
import type { Place } from '../../readings/reading-chips-props.ts'

const MessageReadings = lazy(async () => ({
  default: (await withTexts('readingScreens', () => import('./message-readings.tsx'))).MessageReadings,
}))

interface MessageCardProps {
  message: MessageView
  conversation: ConversationView
  onEditAgain: (text: string) => void
}

const grounds = {
  in: '',
  out: 'bg-accent-soft/60 rounded-row px-3 py-2 -mx-3 tablet:ms-6 tablet:me-0',
  note: 'rounded-row border border-note-line bg-note px-3 py-2 -mx-3 text-note-text',
}

/** One message of the thread: theirs, ours, or a note that only we see. */
export function MessageCard({ message, conversation, onEditAgain }: MessageCardProps) {
  const t = useText()
  const [evidence, setEvidence] = useState<readonly Place[]>()
  const { direction, author, deletedAt, state } = message
  const isPale = state === 'queued' || state === 'sending' || state === 'taken_back'
  return (
    <article
      data-message={message.id}
      data-direction={direction}
      aria-label={t(`message.by.${direction}`, { name: author.name })}
      className={classNames(grounds[direction], isPale && 'border border-dashed border-line-strong')}
    >
      <MessageHead message={message} />
      <MessageBody message={message} conversation={conversation} evidence={evidence} />
      <EarlierVersions versions={message.versions} />
      {direction === 'in' && !deletedAt && (
        <Suspense fallback={<div className="mt-1 min-h-6 touch:min-h-11" />}>
          <MessageReadings message={message} conversation={conversation} onShow={setEvidence} />
        </Suspense>
      )}
      {direction === 'out' && (
        <ReplyState message={message} conversationId={conversation.id} onEditAgain={onEditAgain} />
      )}
    </article>
  )
}

function MessageHead({ message }: { message: MessageView }) {
  const t = useText()
  const locale = useCell(language)
  const { direction, author, deletedAt, editedAt, url } = message
  const isNote = direction === 'note'
  return (
    <div
      className={classNames(
        'mb-0.5 flex flex-wrap items-center gap-x-2 text-xs',
        isNote ? 'text-note-text' : 'text-ink-2',
      )}
    >
      <span className={classNames('text-sm font-semibold', !isNote && 'text-ink')}>{author.name}</span>
      {direction === 'in' && author.handle && <span className="max-w-full truncate">{author.handle}</span>}
      {isNote && <span className="font-medium">{t('message.onlyTeam')}</span>}
      <time dateTime={message.at} title={fullTime(message.at, locale)} className="tabular">
        {timeOfDay(message.at, locale)}
      </time>
      {editedAt && !deletedAt && <span>{t('message.edited')}</span>}
      {url && !deletedAt && <SourceLink url={url} />}
    </div>
  )
}

interface MessageBodyProps extends Pick<MessageCardProps, 'message' | 'conversation'> {
  /** The words of a reading that is open: they are marked instead of those that hit. */
  evidence: readonly Place[] | undefined
}

function MessageBody({ message, conversation, evidence }: MessageBodyProps) {
  const t = useText()
  if (message.deletedAt) return <p className="text-md text-ink-3 italic">{t('message.deleted')}</p>
  const hits = conversation.matches
    .filter((match) => message.postId !== null && match.postId === message.postId)
    .flatMap((match) => match.hits)
  const marks = evidence ?? hits
  return (
    <>
      {message.title && (
        <h4 className="text-md font-semibold" dir="auto">
          {markText(message.title, evidence?.filter(isInTitle) ?? []).map((piece, index) =>
            piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text,
          )}
        </h4>
      )}
      <MarkedText
        text={message.text}
        spans={marks.filter((mark) => (mark.part ?? 'text') === 'text')}
        lang={message.language}
      />
      {message.mediaDescriptions.map((description, index) => (
        <p key={index} className="mt-1 text-sm text-ink-2">
          {t('message.picture', { description: description || t('message.noDescription') })}
        </p>
      ))}
    </>
  )
}

function isInTitle({ part }: Place): boolean {
  return part === 'title'
}

function SourceLink({ url }: { url: string }) {
  const t = useText()
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      className="inline-flex items-center gap-1 text-accent-text underline-offset-2 hover:underline"
    >
      <ExternalLink size={12} aria-hidden="true" />
      {t('message.atSource')}
    </a>
  )
}
