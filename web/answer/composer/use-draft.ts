import { useEffect, useState } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { flushDraft, keepDraft, readDraft } from '../../live/drafts.ts'
import { saveDraft } from './write-message.ts'

export type Mode = 'reply' | 'note'

/** What is being written in each mode: kept here at once, on the server every two seconds. Each mode has its own. */
export function useDraft(
  conversation: ConversationView,
  mode: Mode,
): { text: string; write: (text: string) => void; clear: () => void } {
  const name = `${conversation.id}.${mode}`
  const [texts, setTexts] = useState<Record<string, string>>({})
  useEffect(() => () => flushDraft(name), [name])
  const text = texts[name] ?? readDraft(name)?.text ?? conversation.drafts[mode]
  return {
    text,
    write: (next) => {
      setTexts((before) => ({ ...before, [name]: next }))
      keepDraft(name, next, (latest) => saveDraft(conversation.id, mode, latest))
    },
    clear: () => setTexts((before) => ({ ...before, [name]: '' })),
  }
}
