import type { InboxView } from '../../../contract/conversations.ts'
import type { QueryValues } from '../../live/client.ts'
import { inboxViews, sortOf } from './inbox-views.ts'

/** What the address of the inbox holds beside the view. */
export interface InboxSearch {
  /** The open conversation. */
  open?: string
  panel?: 'person' | 'history'
  turn?: string
  department?: string
  assignee?: string
  topic?: string
  channel?: string
  person?: string
  sentiment?: string
  /** The group of copies. */
  copies?: string
  q?: string
}

const names = ['turn', 'department', 'assignee', 'topic', 'channel', 'person', 'sentiment', 'copies', 'q'] as const
export type FilterName = (typeof names)[number]

/** Reads the address; what is no part of it is dropped. */
export function readInboxSearch(values: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  for (const name of [...names, 'open'] as const) {
    const value = values[name]
    if (typeof value === 'string' && value !== '') search[name] = value
    else if (typeof value === 'number') search[name] = String(value)
  }
  if (values['panel'] === 'person' || values['panel'] === 'history') search.panel = values['panel']
  return search
}

/** The view named in the address; `mine` where there is none of that name. */
export function viewNamed(name: string): InboxView {
  return inboxViews.find((view) => view === name.replace('-', '_')) ?? 'mine'
}

/** A view as the address writes it. */
export function pathOfView(view: InboxView): string {
  return view.replace('_', '-')
}

/** The filters set in the address, in a fixed order. */
export function filtersIn(search: InboxSearch): readonly { name: FilterName; value: string }[] {
  return names.flatMap((name) => {
    const value = search[name]
    return value === undefined ? [] : [{ name, value }]
  })
}

/** What the server is asked for a view with its filters. Copies are one line, unless they are what is asked for. */
export function queryOf(view: InboxView, search: InboxSearch): QueryValues {
  return {
    view,
    sort: sortOf(view),
    copies: 'folded',
    ...Object.fromEntries(filtersIn(search).map(({ name, value }) => [name, value])),
  }
}

/**
 * Takes typed pairs (`from:mara`, `is:unread`) out of a line of words: pairs with a known name and value become
 * filters, the rest stays words.
 */
export function readTyped(
  line: string,
  find: (name: string, value: string) => { name: FilterName; value: string } | undefined,
) {
  const filters: { name: FilterName; value: string }[] = []
  const words: string[] = []
  for (const part of line.match(/\S+:"[^"]*"|\S+/g) ?? []) {
    const [, name, value] = /^(\w+):"?([^"]+)"?$/.exec(part) ?? []
    const filter = name && value ? find(name.toLowerCase(), value) : undefined
    if (filter) filters.push(filter)
    else words.push(part)
  }
  return { filters, words: words.join(' ') }
}
