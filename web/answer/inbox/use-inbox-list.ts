import { type RefObject, useCallback, useEffect } from 'react'
import type { InboxView } from '../../../contract/conversations.ts'
import { gatherAnnouncements } from '../../live/announcer.ts'
import { useCell } from '../../live/cell.ts'
import { watchLive } from '../../live/live-batches.ts'
import { useMe } from '../../live/me.ts'
import { t } from '../../live/text.ts'
import { onActed } from '../conversations/act-on.ts'
import { readThread } from '../conversations/conversation-store.ts'
import { type InboxList, leaveActed, listKey, listOf, readList } from './inbox-lists.ts'
import type { InboxSearch } from './inbox-search.ts'

const sayNew = gatherAnnouncements(10, (count) => t('inbox.announce', { count }))
/** After an act the list is asked again, once the server has had the time to do it. */
const againMilliseconds = 1_200
const mostReasons = 8

/** Follows one view: asked at first, after live events and after acts, without moving what is read. */
export function useInboxList(
  view: InboxView,
  search: InboxSearch,
  isFree: () => boolean,
): InboxList & { key: string; retry: () => void } {
  const key = listKey(view, search)
  const list = useCell(listOf(key))
  const me = useMe()?.colleague.id ?? ''
  const read = useCallback(() => readOnce(key, isFree), [key, isFree])
  useEffect(() => {
    void read()
    const stopLive = watchLive((batch) => {
      if (batch === 'gap' || batch.some((event) => event.conversationId !== null)) void read()
    })
    let again: ReturnType<typeof setTimeout> | undefined
    const stopActed = onActed((ids) => {
      leaveActed(view, key, ids, me)
      clearTimeout(again)
      again = setTimeout(() => void read(), againMilliseconds)
    })
    return () => {
      stopLive()
      stopActed()
      clearTimeout(again)
    }
  }, [read, view, key, me])
  return { ...list, key, retry: () => void read() }
}

const reading = new Map<string, { again: boolean }>()

/** One question at a time; what comes meanwhile leads to one more. */
async function readOnce(key: string, isFree: () => boolean): Promise<void> {
  const going = reading.get(key)
  if (going) {
    going.again = true
    return
  }
  const state = { again: false }
  reading.set(key, state)
  const before = listOf(key).get()
  await readList(key, isFree)
  reading.delete(key)
  const after = listOf(key).get()
  const arrived = after.window.fresh.length - before.window.fresh.length
  if (before.state === 'ready' && arrived > 0) sayNew(arrived)
  const justLeft = [...after.window.left].filter((id) => !before.window.left.has(id))
  // What left is asked once by itself, so that the row can say why.
  await Promise.all(justLeft.slice(0, mostReasons).map((id) => readThread(id).catch(() => undefined)))
  if (state.again) await readOnce(key, isFree)
}

/** Whether a list may move by itself: at its top, nothing checked, no focus inside. */
export function isListFree(scroller: RefObject<HTMLDivElement | null>, checked: number): boolean {
  const element = scroller.current
  if (!element) return true
  return element.scrollTop < 8 && checked === 0 && !element.contains(document.activeElement)
}
