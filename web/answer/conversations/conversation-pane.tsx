import { type ReactNode, useEffect } from 'react'
import { useActions } from '../../live/actions.ts'
import { Refusal } from '../../live/refusal.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import type { ConversationView } from '../../../contract/conversations.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { CopiesLine } from './copies-line.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { useConversation } from './conversation-store.ts'
import { Thread } from './thread.tsx'
import { linkTo } from './use-more-choices.tsx'
import { useOpenThread } from './use-open-thread.ts'
import { WhyLine } from './why-line.tsx'

interface ConversationPaneProps {
  id: string
  panelOpen: boolean
  onPanel: () => void
  onBack: () => void
  onEditAgain: (text: string) => void
  /** The composer, joined in by the page. */
  children: (conversation: ConversationView) => ReactNode
}

/** One conversation: header, why it is here, what was said, and the composer. */
export function ConversationPane({ id, panelOpen, onPanel, onBack, onEditAgain, children }: ConversationPaneProps) {
  const t = useText()
  const { thread, error, retry } = useOpenThread(id)
  const summary = useConversation(id)
  useActions(conversationKeys(thread, onPanel, (sentence) => showToast(t(sentence))))
  useEffect(() => {
    if (error instanceof Refusal && error.problem.status === 404) document.querySelector<HTMLElement>('#main')?.focus()
  }, [error])
  if (error) return <NotShown error={error} onRetry={retry} />
  if (!thread)
    return (
      <>
        <div className="flex h-14 shrink-0 items-center border-b border-line px-4 text-md font-semibold">
          {summary?.person.name}
        </div>
        <SkeletonRows rows={4} height="88px" />
      </>
    )
  return (
    <>
      <ConversationHeader conversation={thread} panelOpen={panelOpen} onPanel={onPanel} onBack={onBack} />
      <WhyLine conversation={thread} />
      <CopiesLine conversation={thread} />
      <Thread key={id} conversation={thread} onEditAgain={onEditAgain} />
      {children(thread)}
    </>
  )
}

function conversationKeys(
  thread: ConversationView | undefined,
  onPanel: () => void,
  say: (sentence: 'conversation.linkCopied') => void,
) {
  const source = thread?.messages.findLast(
    (message) => message.direction === 'in' && message.url && !message.deletedAt,
  )?.url
  const group = 'conversation' as const
  return [
    { id: 'panel', label: 'actions.panel' as const, group, keys: [']'], run: onPanel },
    {
      id: 'source',
      label: 'actions.source' as const,
      group,
      keys: ['v'],
      when: () => Boolean(source),
      run: () => void window.open(source ?? '', '_blank', 'noopener,noreferrer'),
    },
    {
      id: 'copy-link',
      label: 'actions.copyLink' as const,
      group,
      keys: ['y'],
      when: () => thread !== undefined,
      run: () =>
        void navigator.clipboard.writeText(linkTo(thread?.id ?? '')).then(() => say('conversation.linkCopied')),
    },
    { id: 'scroll', label: 'actions.scroll' as const, group, keys: ['space'], when: isNothingPressed, run: scroll(1) },
    {
      id: 'scroll-up',
      label: 'actions.scrollUp' as const,
      group,
      keys: ['shift+space'],
      when: isNothingPressed,
      run: scroll(-1),
    },
  ]
}

function scroll(way: 1 | -1): () => void {
  return () => {
    const pane = document.querySelector<HTMLElement>('[data-thread]')
    pane?.scrollBy({ top: way * pane.clientHeight * 0.85 })
  }
}

/** Space presses what has the focus; it scrolls only where nothing is to be pressed. */
function isNothingPressed(): boolean {
  return !document.activeElement?.matches('button, a, summary, [role=tab], [role=menuitem], input, select')
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  const isMissing = error instanceof Refusal && error.problem.status === 404
  return (
    <EmptyState
      title={t(isMissing ? 'conversation.missing.title' : 'conversation.failed.title')}
      actions={!isMissing && <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>}
    >
      {isMissing ? t('conversation.missing.text') : sentenceOf(error, t('conversation.failed.text'))}
    </EmptyState>
  )
}
