import { useCallback, useEffect, useState } from 'react'
import type { ConversationView, MessageView } from '../../../contract/conversations.ts'
import { announce } from '../../live/announcer.ts'
import { watchLive } from '../../live/live-batches.ts'
import { t } from '../../live/text.ts'
import { oneLine } from '../plain-words.ts'
import { onActed } from './act-on.ts'
import { markRead } from './conversation-acts.ts'
import { conversations, readThread, threads, useThread } from './conversation-store.ts'

const afterActMilliseconds = 700

interface OpenThread {
  thread: ConversationView | undefined
  error: unknown
  retry: () => void
}

/** Follows the open conversation: shown at once from memory, asked again after what happens to it, marked as read. */
export function useOpenThread(id: string): OpenThread {
  const thread = useThread(id)
  const [failed, setFailed] = useState<{ id: string; error: unknown }>()
  const read = useCallback(
    async (isFirst: boolean): Promise<void> => {
      const before = threads.read(id)
      try {
        const after = await readThread(id)
        setFailed(undefined)
        const arrived = before === undefined ? undefined : newestOf(before, after)
        // What I marked as unread stays so, until something arrives or it is opened again.
        if (after.unread && (isFirst || arrived)) void markRead([id], true)
        if (arrived)
          announce(t('thread.announce', { name: arrived.author.name, text: oneLine(arrived.text).slice(0, 160) }))
      } catch (error) {
        setFailed({ id, error })
      }
    },
    [id],
  )
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- only after the server has answered
    void read(true)
    const stopActed = onActed((ids) => ids.has(id) && setTimeout(() => void read(false), afterActMilliseconds))
    const stopLive = watchLive((batch) => {
      if (batch === 'gap' || batch.some((event) => event.conversationId === id)) void read(false)
    })
    return () => {
      stopActed()
      stopLive()
    }
  }, [id, read])
  return { thread, error: !thread && failed?.id === id ? failed.error : undefined, retry: () => void read(true) }
}

/** Fetches ahead what is likely opened next, where it is not known yet. */
export function fetchAhead(ids: readonly string[]): void {
  for (const id of ids) if (!threads.read(id) && conversations.read(id)) readThread(id).catch(() => undefined)
}

/** Their newest message, when it was not there before. */
function newestOf(before: ConversationView, after: ConversationView): MessageView | undefined {
  const newest = after.messages.at(-1)
  if (newest?.direction !== 'in' || before.messages.some((message) => message.id === newest.id)) return undefined
  return newest
}
