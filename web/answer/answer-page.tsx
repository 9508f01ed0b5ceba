import { type ReactNode, useEffect, useState } from 'react'
import { useCell } from '../live/cell.ts'
import { look } from '../live/look.ts'
import { useFocusOnArrival } from '../live/keep-focus.ts'
import { keepLook } from '../live/me.ts'
import { useText } from '../live/text.ts'
import type { WindowWidth } from '../live/window-width.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTitle } from '../ui/page.tsx'
import { Splitter } from '../ui/splitter.tsx'
import { Composer } from './composer/composer.tsx'
import type { Mode } from './composer/use-draft.ts'
import { Chooser } from './conversations/chooser.tsx'
import { ConversationPane } from './conversations/conversation-pane.tsx'
import { useConversation, useThread } from './conversations/conversation-store.ts'
import { SidePanel } from './conversations/side-panel.tsx'
import { useFeedWaitingCount } from './inbox/inbox-counts.ts'
import { InboxPane } from './inbox/inbox-pane.tsx'
import { pathOfView } from './inbox/inbox-search.ts'
import { useAnswerPage } from './use-answer-page.ts'

/** The inbox: list, conversation, side panel. The address holds what is shown. */
export function AnswerPage() {
  const t = useText()
  const page = useAnswerPage()
  const { view, search, open, width, panelOpen, go, openOne, togglePanel, navigate } = page
  const person = useConversation(open ?? '')?.person.name
  useTitle([person, t(`inbox.view.${view}`)].filter(Boolean).join(', '))
  useFeedWaitingCount()
  useFocusOnArrival()
  const isPhone = width === 'phone'
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <ListColumn width={width} label={t(`inbox.view.${view}`)} isHidden={isPhone && open !== undefined}>
        <InboxPane
          view={view}
          search={search}
          onView={(next) => void navigate({ to: '/inbox/$view', params: { view: pathOfView(next) }, search: {} })}
          onFilter={(change) => go(change)}
          onOpen={openOne}
        />
      </ListColumn>
      {(!isPhone || open) && (
        <main
          id="conversation"
          tabIndex={-1}
          className="pane relative flex min-w-0 flex-1 flex-col outline-none max-tablet:rounded-none"
        >
          {isPhone && <h1 className="sr-only">{t(`inbox.view.${view}`)}</h1>}
          {open ? (
            <OpenConversation
              key={open}
              id={open}
              panelOpen={panelOpen}
              onPanel={togglePanel}
              onBack={() => openOne(undefined, { takeFocus: false })}
            />
          ) : (
            <EmptyState title={t('conversation.none.title')}>{t('conversation.none.text')}</EmptyState>
          )}
        </main>
      )}
      {open && panelOpen && (
        <PanelPlace width={width}>
          <OpenPanel
            id={open}
            tab={search.panel ?? 'person'}
            onTab={(tab) => go({ panel: tab }, true)}
            onOpen={(id) => go({ open: id })}
            onClose={togglePanel}
          />
        </PanelPlace>
      )}
      <Chooser />
    </div>
  )
}

interface ListColumnProps {
  width: WindowWidth
  label: string
  isHidden: boolean
  children: ReactNode
}

/** The place of the list, as wide as it was dragged. On a phone it is the page while nothing is open. */
function ListColumn({ width, label, isHidden, children }: ListColumnProps) {
  const t = useText()
  const { listWidth } = useCell(look)
  if (width === 'phone')
    return (
      <main id="main" tabIndex={-1} className={isHidden ? 'hidden' : 'w-full min-w-0 outline-none'}>
        {children}
      </main>
    )
  const pixels = width === 'wide' ? Math.min(Math.max(listWidth, 320), 560) : width === 'desk' ? 360 : 320
  return (
    <section id="main" tabIndex={-1} aria-label={label} className="flex shrink-0 outline-none">
      <div style={{ width: pixels }}>{children}</div>
      {width === 'wide' ? (
        <Splitter
          label={t('ui.resize')}
          value={pixels}
          min={320}
          max={560}
          onChange={(next) => keepLook({ listWidth: next })}
        />
      ) : (
        <span className="w-2 shrink-0" />
      )}
    </section>
  )
}

interface OpenConversationProps {
  id: string
  panelOpen: boolean
  onPanel: () => void
  onBack: () => void
}

function OpenConversation(props: OpenConversationProps) {
  const [mode, setMode] = useState<Mode>('reply')
  const [again, setAgain] = useState<{ text: string; count: number } | null>(null)
  const editAgain = (text: string): void => {
    setMode('reply')
    setAgain((before) => ({ text, count: (before?.count ?? 0) + 1 }))
  }
  return (
    <ConversationPane {...props} onEditAgain={editAgain}>
      {(conversation) =>
        (conversation.may.reply || conversation.may.note) && (
          <Composer conversation={conversation} mode={mode} onMode={setMode} again={again} />
        )
      }
    </ConversationPane>
  )
}

interface OpenPanelProps {
  id: string
  tab: 'person' | 'history'
  onTab: (tab: 'person' | 'history') => void
  onOpen: (id: string) => void
  onClose: () => void
}

function OpenPanel({ id, ...rest }: OpenPanelProps) {
  const thread = useThread(id)
  return thread ? <SidePanel conversation={thread} {...rest} /> : null
}

/** Beside the conversation; on narrower windows it slides over it, on a phone it comes from below. */
function PanelPlace({ width, children }: { width: WindowWidth; children: ReactNode }) {
  useEffect(() => {
    if (width !== 'wide') document.querySelector<HTMLElement>('#side-panel')?.focus()
  }, [width])
  if (width === 'wide') return <div className="ms-2 w-70 shrink-0">{children}</div>
  if (width === 'phone')
    return (
      <div className="rise fixed inset-x-0 bottom-0 z-20 h-[80vh] overflow-hidden rounded-t-pane border-t border-line shadow-dialog">
        {children}
      </div>
    )
  return (
    <div className="slide-over absolute inset-y-0 end-0 z-20 w-80 max-w-full rounded-pane border border-line shadow-dialog">
      {children}
    </div>
  )
}
