import type { ConversationSummary, InboxView } from '../../../contract/conversations.ts'
import { type Cell, cell } from '../../live/cell.ts'
import { type QueryValues, call } from '../../live/client.ts'
import {
  type ListWindow,
  emptyWindow,
  receivePage,
  receiveReading,
  removeFrom,
  showFresh,
} from '../../live/list-window.ts'
import { conversations } from '../conversations/conversation-store.ts'
import { type InboxSearch, queryOf } from './inbox-search.ts'
import { mayStillFit } from './inbox-views.ts'

type Page = { items: ConversationSummary[]; next: string | null }

/** One view with its filters, as it stands on the screen. */
export interface InboxList {
  window: ListWindow
  /** Where the next page begins; null at the end. */
  next: string | null
  state: 'unread' | 'ready' | 'failed'
  error: unknown
}

const pageSize = 50
const mostAtOnce = 200
const lists = new Map<string, Cell<InboxList>>()
/** What I have changed a moment ago; it goes from a list instead of dimming in it. */
const mine = new Map<string, number>()
const mineMilliseconds = 15_000

/** Name of a view with its filters; holds what the server is asked. */
export function listKey(view: InboxView, search: InboxSearch): string {
  return JSON.stringify(queryOf(view, search))
}

/** The list of a view with its filters; kept while the app is open, so that coming back is at once. */
export function listOf(key: string): Cell<InboxList> {
  const found = lists.get(key)
  if (found) return found
  const made = cell<InboxList>({ window: emptyWindow, next: null, state: 'unread', error: undefined })
  lists.set(key, made)
  return made
}

/** Asks the head of a list again and takes it in without moving what is read, unless it is free to move. */
export async function readList(key: string, isFree: () => boolean): Promise<void> {
  const list = listOf(key)
  const before = list.get().window
  // A list that is free to move begins again with its first page: a stream of news must not ask for more each time.
  const limit = isFree()
    ? pageSize
    : Math.min(mostAtOnce, Math.max(pageSize, before.shown.length + before.fresh.length + 10))
  try {
    const page = await ask(key, { limit })
    const ids = page.items.map((item) => item.id)
    const own = ownNow()
    const back = (id: string): boolean => own.has(id) && !conversations.isPending(id)
    list.change((now) => {
      const ready = { state: 'ready', error: undefined } as const
      if (isFree() || now.state !== 'ready')
        return { ...ready, window: { shown: ids, fresh: [], left: new Set() }, next: page.next }
      const window = receiveReading(now.window, { ids, isWhole: page.next === null, isFree: false, own, back })
      return { ...ready, window, next: now.window.shown.length > limit ? now.next : page.next }
    })
  } catch (error) {
    list.change((now) => (now.state === 'ready' ? now : { ...now, state: 'failed', error }))
  }
}

/** Asks for the next page at the end of a list. */
export async function readMore(key: string): Promise<void> {
  const list = listOf(key)
  const after = list.get().next
  if (after === null) return
  list.change((now) => ({ ...now, next: null }))
  try {
    const page = await ask(key, { limit: pageSize, after })
    const ids = page.items.map((item) => item.id)
    list.change((now) => ({ ...now, window: receivePage(now.window, ids), next: page.next }))
  } catch {
    list.change((now) => ({ ...now, next: after }))
  }
}

/** Shows what is new, and lets go what no longer fits. */
export function bringUpToDate(key: string): void {
  listOf(key).change((now) => ({ ...now, window: showFresh(now.window) }))
}

/** I acted on these: those that cannot fit any more leave the list at once. */
export function leaveActed(view: InboxView, key: string, ids: ReadonlySet<string>, me: string): void {
  const until = Date.now() + mineMilliseconds
  for (const id of ids) mine.set(id, until)
  const gone = [...ids].filter((id) => {
    const conversation = conversations.read(id)
    return conversation && !mayStillFit(view, conversation, me)
  })
  if (gone.length > 0) listOf(key).change((now) => ({ ...now, window: removeFrom(now.window, new Set(gone)) }))
}

function ownNow(): ReadonlySet<string> {
  const now = Date.now()
  for (const [id, until] of mine) if (until < now) mine.delete(id)
  return new Set(mine.keys())
}

async function ask(key: string, page: { limit: number; after?: string }): Promise<Page> {
  const query: QueryValues = JSON.parse(key)
  const moment = conversations.moment()
  const answer = await call<Page>('GET', '/conversations', { query: { ...query, ...page } })
  conversations.keep(answer.items, moment)
  return answer
}
