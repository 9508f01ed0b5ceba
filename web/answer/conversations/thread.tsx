import { Fragment, useRef } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useCell } from '../../live/cell.ts'
import { dayHeading } from '../../live/tell-time.ts'
import { language, useText } from '../../live/text.ts'
import { EndingCard } from './ending-card.tsx'
import { MessageCard } from './message-card.tsx'
import { ProposedEnding } from './proposed-ending.tsx'
import { ThreadReading } from './thread-reading.tsx'
import { useThreadScroll } from './use-thread-scroll.ts'
import { WordsBar } from './words-bar.tsx'

interface ThreadProps {
  conversation: ConversationView
  onEditAgain: (text: string) => void
}

/** What was said, oldest above. At the end it follows what arrives; elsewhere a pill counts it. */
export function Thread({ conversation, onEditAgain }: ThreadProps) {
  const t = useText()
  const locale = useCell(language)
  const scroller = useRef<HTMLDivElement>(null)
  const { messages, earlierMessages } = conversation
  const { below, toEnd } = useThreadScroll(scroller, messages.length)
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        tabIndex={0}
        aria-label={t('thread.label')}
        role="region"
        data-thread
        className="ring-inside h-full overflow-auto px-4 py-4"
      >
        <div role="log" aria-live="off" className="mx-auto flex max-w-3xl flex-col gap-(--message-gap)">
          <ThreadReading conversation={conversation} />
          {earlierMessages > 0 && (
            <p className="text-center text-xs text-ink-3">{t('thread.earlier', { count: earlierMessages })}</p>
          )}
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              {dayOf(message.at) !== dayOf(messages[index - 1]?.at) && (
                <DayLine text={dayHeading(message.at, locale)} />
              )}
              <MessageCard message={message} conversation={conversation} onEditAgain={onEditAgain} />
            </Fragment>
          ))}
          <ProposedEnding conversation={conversation} />
          <EndingCard conversation={conversation} />
        </div>
      </div>
      <WordsBar conversation={conversation} scroller={scroller} />
      {below > 0 && (
        <button
          type="button"
          onClick={toEnd}
          className="appear absolute start-1/2 bottom-3 z-10 -translate-x-1/2 rounded-full bg-accent px-3 py-1 text-xs font-semibold text-on-accent shadow-menu"
        >
          {t('thread.below', { count: below })}
        </button>
      )}
    </div>
  )
}

function DayLine({ text }: { text: string }) {
  return (
    <div className="flex items-center gap-3 text-2xs font-medium text-ink-3">
      <span className="h-px flex-1 bg-line" />
      <h3>{text}</h3>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

function dayOf(at: string | undefined): string {
  return at ? new Date(at).toDateString() : ''
}
