import type { MastodonSettings } from './settings.ts'

/** One list of posts that we follow: where it is read, and which open line tells of its news. */
export interface Timeline {
  /** Names its place in the cursor; never changes once in use. */
  name: string
  path: string
  /** Where it is, too, at servers that have left the first address. */
  otherPath?: string
  query: Record<string, string | string[]>
  /** Posts, notifications (of which those with a post count), or a search. */
  kind: 'statuses' | 'notifications' | 'search'
  stream?: StreamName
  /** Every server of this family has it: without it the channel cannot do its work. */
  needed?: true
  /** How often it is asked when no open line tells of it. */
  everySeconds: number
}

/** A stream as both kinds of open lines name it. https://docs.joinmastodon.org/methods/streaming/ */
export interface StreamName {
  /** `?stream=` of a WebSocket. */
  socket: string
  /** Path below `/api/v1/streaming/` of an event stream. */
  events: string
  tag?: string
}

/** Notification kinds that bring a post of somebody else. */
export const wordedNotifications = ['mention', 'status', 'update', 'quote', 'quoted_update']

/** Asked to be left out, for servers that know only that way of choosing; some ignore both. */
const wordlessNotifications = ['favourite', 'reblog', 'follow', 'follow_request', 'poll']

const userStream: StreamName = { socket: 'user', events: 'user' }

/** What a channel listens to, in the order it is caught up. */
export function timelinesOf(settings: MastodonSettings): Timeline[] {
  return [
    ...(settings.mentions ? [mentions] : []),
    ...(settings.home ? [home] : []),
    ...tagNames(settings.hashtags).map(tagTimeline),
    ...(settings.publicTimeline === 'none' ? [] : [publicTimeline(settings.publicTimeline)]),
    ...settings.searchWords.map(searchTimeline),
  ]
}

const mentions: Timeline = {
  name: 'mentions',
  path: '/api/v1/notifications',
  otherPath: '/api/v2/notifications',
  query: { 'types[]': wordedNotifications, 'exclude_types[]': wordlessNotifications },
  kind: 'notifications',
  stream: userStream,
  needed: true,
  everySeconds: 30,
}

const home: Timeline = {
  name: 'home',
  path: '/api/v1/timelines/home',
  query: {},
  kind: 'statuses',
  stream: userStream,
  needed: true,
  everySeconds: 30,
}

function tagTimeline(tag: string): Timeline {
  return {
    name: `tag:${tag}`,
    path: `/api/v1/timelines/tag/${encodeURIComponent(tag)}`,
    query: {},
    kind: 'statuses',
    stream: { socket: 'hashtag', events: 'hashtag', tag },
    everySeconds: 60,
  }
}

function publicTimeline(which: 'local' | 'federated'): Timeline {
  const isLocal = which === 'local'
  return {
    name: isLocal ? 'local' : 'federated',
    path: '/api/v1/timelines/public',
    query: isLocal ? { local: 'true' } : {},
    kind: 'statuses',
    stream: { socket: isLocal ? 'public:local' : 'public', events: isLocal ? 'public/local' : 'public' },
    everySeconds: 60,
  }
}

function searchTimeline(words: string): Timeline {
  return {
    name: `search:${words}`,
    path: '/api/v2/search',
    query: { q: words, type: 'statuses' },
    kind: 'search',
    everySeconds: 300,
  }
}

/** Without #, small, each once: `#Support` and `support` are one timeline. */
function tagNames(typed: string[]): string[] {
  const names = typed.map((tag) => tag.trim().replace(/^#+/u, '').toLowerCase())
  return [...new Set(names.filter(Boolean))]
}
