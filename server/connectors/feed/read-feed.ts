import { z } from 'zod'
import { OutsideError } from '../../lib/outside-error.ts'
import type { HeardPost } from '../../model/post.ts'
import type { Batch, Pause, Tools } from '../connector.ts'
import { askFeed } from './ask-feed.ts'
import type { FeedAnswer } from './ask-feed.ts'
import { decideWait, freshSeconds } from './decide-wait.ts'
import type { NormalFeed } from './normal-feed.ts'
import { parseFeed } from './parse-feed.ts'
import { fingerprint, idsOfEntries, longestEntry, postOfEntry } from './post-of-entry.ts'
import { askedAddress, withoutPassword } from './settings.ts'
import type { FeedSettings } from './settings.ts'

/** What was heard already: fingerprints of an entry's id and of its words, oldest first. */
const feedCursor = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  seen: z.array(z.tuple([z.string(), z.string()])).default([]),
  waitSeconds: z.number().default(3600),
})
type FeedCursor = z.output<typeof feedCursor>

const perBatch = 100

/** Asks once, yields what is new or changed since the cursor, oldest first, and says when to ask again. */
export async function* readFeed(tools: Tools<FeedSettings>): AsyncGenerator<Batch, Pause, void> {
  const known = feedCursor.safeParse(tools.cursor).data ?? { seen: [], waitSeconds: 3600 }
  const answer = await askFeed(tools, askedAddress(tools.settings), known)
  const settings = answer.movedTo === undefined ? undefined : movedSettings(tools.settings, answer.movedTo)
  if (settings) tools.note(`The feed has moved to ${settings.url} for good; Earshot follows it.`)
  const feed = answer.document && feedIn(answer.document)
  if (!feed) {
    if (settings) yield { heard: [], cursor: known, settings }
    return { waitSeconds: known.waitSeconds }
  }
  const waitSeconds = waitAfter(feed, answer, tools.now())
  const news = findNews(feed, known, tools)
  let seen = known.seen
  for (let start = 0; start < news.length; start += perBatch) {
    const batch = news.slice(start, start + perBatch)
    seen = remember(seen, batch, feed.entries.length)
    yield { heard: batch.map(({ post }) => ({ kind: 'post', post })), cursor: { ...known, seen } satisfies FeedCursor }
  }
  const cursor: FeedCursor = { ...validatorsOf(answer.headers), seen, waitSeconds }
  if (settings || JSON.stringify(cursor) !== JSON.stringify(known))
    yield { heard: [], cursor, ...(settings && { settings }) }
  return { waitSeconds }
}

/** What it was is kept as its identity, so that its posts stay the same posts. */
function movedSettings(settings: FeedSettings, movedTo: string): FeedSettings {
  return { ...settings, url: movedTo, identity: settings.identity ?? withoutPassword(settings.url) }
}

function feedIn(document: NonNullable<FeedAnswer['document']>): NormalFeed {
  const parsed = parseFeed(document)
  if ('feed' in parsed) return parsed.feed
  const { host } = new URL(document.url ?? 'https://unknown')
  throw new OutsideError('bad answer', `${host} answered with something that is no feed. Earshot tries again later.`)
}

function waitAfter(feed: NormalFeed, { headers }: FeedAnswer, now: Date): number {
  return decideWait({
    everyMinutes: feed.everyMinutes,
    maxAgeSeconds: freshSeconds(headers, now),
    entries: feed.entries,
    now,
  })
}

function validatorsOf(headers: Headers): Pick<FeedCursor, 'etag' | 'lastModified'> {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')]
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) }
}

interface News {
  post: HeardPost
  key: string
  words: string
}

/** Entries that are not known, or not in these words, oldest first. */
function findNews(feed: NormalFeed, { seen }: FeedCursor, tools: Tools<FeedSettings>): News[] {
  const known = new Map(seen)
  const ids = idsOfEntries(feed.entries)
  const now = tools.now()
  const heardNow = new Set<string>()
  const news = feed.entries.flatMap((entry, index): News[] => {
    const externalId = ids[index] ?? ''
    const key = fingerprint(externalId)
    if (heardNow.has(key)) return []
    heardNow.add(key)
    const words = fingerprint(entry.title?.value, entry.summary?.value, entry.content?.value)
    if (known.get(key) === words) return []
    const post = postOfEntry(entry, externalId, { feed, url: withoutPassword(tools.settings.url), now })
    if (!post.text) return []
    if (post.text.length === longestEntry)
      tools.note(
        `“${(post.title ?? externalId).slice(0, 80)}” is very long: its first ${longestEntry} characters are kept.`,
      )
    return [{ post: known.has(key) ? withEditTime(post, now) : post, key, words }]
  })
  return news.reverse().sort((one, other) => one.post.createdAt.getTime() - other.post.createdAt.getTime())
}

/** Feeds seldom say when an entry was changed; then it is now that we see it. */
function withEditTime(post: HeardPost, now: Date): HeardPost {
  return post.editedAt ? post : { ...post, editedAt: now }
}

/** Twice as many as the feed holds, so that what falls out of it and comes back is still known. */
function remember(seen: FeedCursor['seen'], news: News[], entries: number): FeedCursor['seen'] {
  const fresh = new Map(news.map(({ key, words }) => [key, words]))
  const kept = seen.filter(([key]) => !fresh.has(key))
  return [...kept, ...fresh].slice(-Math.max(500, 2 * entries))
}
