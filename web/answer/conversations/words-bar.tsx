import { Check, Copy } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { choosing } from './choosing.ts'

interface Selected {
  words: string
  messageId: string
  x: number
  y: number
}

/** A small bar over words selected in one of their messages: "They ended it" and copy. */
export function WordsBar({
  conversation,
  scroller,
}: {
  conversation: ConversationView
  scroller: RefObject<HTMLDivElement | null>
}) {
  const t = useText()
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const onChange = (): void => setSelected(selectionIn(scroller.current))
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [scroller])
  if (!selected) return null
  const { words, messageId, x, y } = selected
  return (
    <div
      role="toolbar"
      aria-label={t('words.label')}
      style={{ left: x, top: y }}
      onPointerDown={(event) => event.preventDefault()}
      className="appear absolute z-10 flex -translate-x-1/2 -translate-y-full gap-0.5 rounded-row border border-line bg-raised p-1 shadow-menu"
    >
      {conversation.may.changeTurn && conversation.turn !== 'ended' && (
        <button
          type="button"
          className={buttonLook}
          onClick={() =>
            choosing.set({ what: 'ending', ids: [conversation.id], anchor: null, evidence: { messageId, words } })
          }
        >
          <Check size={14} aria-hidden="true" />
          {t('words.ended')}
        </button>
      )}
      <button
        type="button"
        className={buttonLook}
        onClick={() => void navigator.clipboard.writeText(words).then(() => showToast(t('words.copied')))}
      >
        <Copy size={14} aria-hidden="true" />
        {t('words.copy')}
      </button>
    </div>
  )
}

const buttonLook =
  'flex h-8 items-center gap-1.5 rounded-control px-2 text-sm whitespace-nowrap hover:bg-sunken touch:h-11'

/** The selected words, when they lie in one message of theirs. */
function selectionIn(scroller: HTMLDivElement | null): Selected | null {
  const selection = document.getSelection()
  const words = selection?.toString().trim() ?? ''
  if (!scroller || !selection || words === '' || selection.rangeCount === 0) return null
  const from = messageOf(selection.anchorNode)
  if (
    !from ||
    from !== messageOf(selection.focusNode) ||
    from.dataset['direction'] !== 'in' ||
    !scroller.contains(from)
  )
    return null
  const range = selection.getRangeAt(0).getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  return {
    words,
    messageId: from.dataset['message'] ?? '',
    x: Math.min(Math.max(range.left + range.width / 2 - frame.left, 110), frame.width - 110),
    y: Math.max(range.top - frame.top - 6, 44),
  }
}

function messageOf(node: Node | null): HTMLElement | null {
  return node?.parentElement?.closest<HTMLElement>('[data-message]') ?? null
}
