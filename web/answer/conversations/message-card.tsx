import { ExternalLink } from 'lucide-react'
import type { ConversationView, MessageView } from '../../../contract/conversations.ts'
import { useCell } from '../../live/cell.ts'
import { fullTime, timeOfDay } from '../../live/tell-time.ts'
import { language, useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { EarlierVersions } from './earlier-versions.tsx'
import { MarkedText } from './marked-text.tsx'
import { MoodChip } from './mood-chip.tsx'
import { ReplyState } from './reply-state.tsx'

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
      <MessageBody message={message} conversation={conversation} />
      <EarlierVersions versions={message.versions} />
      {direction === 'in' && !deletedAt && <MoodChip message={message} />}
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

function MessageBody({ message, conversation }: Pick<MessageCardProps, 'message' | 'conversation'>) {
  const t = useText()
  if (message.deletedAt) return <p className="text-md text-ink-3 italic">{t('message.deleted')}</p>
  const hits = conversation.matches
    .filter((match) => message.postId !== null && match.postId === message.postId)
    .flatMap((match) => match.hits)
  return (
    <>
      {message.title && (
        <h4 className="text-md font-semibold" dir="auto">
          {message.title}
        </h4>
      )}
      <MarkedText text={message.text} spans={hits.filter((hit) => hit.part === 'text')} lang={message.language} />
      {message.mediaDescriptions.map((description, index) => (
        <p key={index} className="mt-1 text-sm text-ink-2">
          {t('message.picture', { description: description || t('message.noDescription') })}
        </p>
      ))}
    </>
  )
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
