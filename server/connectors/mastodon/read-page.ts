import type { HeardPost } from '../../model/post.ts'
import { NotThere } from '../ask-json.ts'
import { askServer } from './ask-server.ts'
import type { Asking, ServerAnswer } from './ask-server.ts'
import { readNotifications } from './notification-schema.ts'
import type { MastodonNotification } from './notification-schema.ts'
import type { PageLinks } from './link-header.ts'
import { parseStatus } from './parse.ts'
import type { OwnAccount } from './parse.ts'
import type { Entry } from './place.ts'
import { readStatuses, searchSchema } from './status-schema.ts'
import { wordedNotifications } from './timeline.ts'
import type { Timeline } from './timeline.ts'

export interface Page {
  /** Newest first, as the server gives them. */
  entries: Entry[]
  /** Ids of everything in the page, also of notifications that bring no words. */
  ids: string[]
  pages: PageLinks
  /** Entries that no one could make sense of. */
  unreadable: number
}

export interface Reading {
  asking: Asking
  timeline: Timeline
  us: OwnAccount
}

export type Bounds = Partial<Record<'min_id' | 'max_id' | 'since_id', string>>

const pageLength = '40'

/** One page of a timeline; without bounds the newest one. Throws what `askServer` throws. */
export async function readPage({ asking, timeline, us }: Reading, bounds: Bounds = {}): Promise<Page> {
  const answer = await askEither(asking, timeline, bounds)
  return { ...entriesOf(answer.body, timeline, us), pages: answer.pages }
}

async function askEither(asking: Asking, timeline: Timeline, bounds: Bounds): Promise<ServerAnswer> {
  const query = new URLSearchParams({ limit: pageLength, ...bounds })
  for (const [name, value] of Object.entries(timeline.query))
    for (const each of [value].flat()) query.append(name, each)
  try {
    return await askServer(asking, `${timeline.path}?${query}`)
  } catch (error) {
    if (!(error instanceof NotThere) || !timeline.otherPath) throw error
    return await askServer(asking, `${timeline.otherPath}?${query}`)
  }
}

/** What one answer of that kind of timeline brings. */
export function entriesOf(answer: unknown, { kind }: Pick<Timeline, 'kind'>, us: OwnAccount): Omit<Page, 'pages'> {
  if (kind === 'notifications') {
    const notifications = readNotifications(answer)
    const entries = (notifications ?? []).flatMap((notification) => entryOfNotification(notification, us) ?? [])
    return { entries, ids: (notifications ?? []).map(({ id }) => id), unreadable: notifications ? 0 : 1 }
  }
  const { statuses, unreadable } = kind === 'search' ? readFound(answer) : readStatuses(answer)
  const entries = statuses.map((status) => ({ id: status.id, post: parseStatus(status, us) }))
  return { entries, ids: statuses.map(({ id }) => id), unreadable }
}

function readFound(answer: unknown): ReturnType<typeof readStatuses> {
  const parsed = searchSchema.safeParse(answer)
  return parsed.success ? { ...parsed.data, unreadable: 0 } : { statuses: [], unreadable: 1 }
}

/** A mention speaks to us even where the server forgets to list us in the post (snac). */
export function entryOfNotification({ id, type, status }: MastodonNotification, us: OwnAccount): Entry | undefined {
  if (!status || !wordedNotifications.includes(type)) return undefined
  const post: HeardPost = parseStatus(status, us)
  return { id, post: type === 'mention' && !post.ours ? { ...post, addressedToUs: true } : post }
}
