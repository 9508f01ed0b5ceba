import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Heard, HeardPost } from '../../model/post.ts'
import { askJson } from '../ask-json.ts'
import type { Batch, Pause, Tools } from '../connector.ts'
import { parseHit } from './parse.ts'
import type { HackerNewsSettings } from './settings.ts'

/** Posts may be changed for two hours, and the search learns of them with some delay. */
const overlapSeconds = 2 * 3600
/** How far back the very first look goes. */
const firstSeconds = 24 * 3600
const perPage = 100
/** The search shows no more than a thousand of one question. */
const mostPages = 10
const mostRounds = 20
const waitSeconds = 90

/** Until which second all was heard, and what was said in the overlap before it. */
const cursorSchema = z.object({ heardUntil: z.number(), seen: z.record(z.string(), z.string()).default({}) })
type Cursor = z.infer<typeof cursorSchema>

const pageSchema = z.object({ hits: z.array(z.unknown()), nbPages: z.number().catch(0) })

/** Asks every search for what was written since the last look; yields what is new or changed, oldest first. */
export async function* listen(tools: Tools<HackerNewsSettings>): AsyncGenerator<Batch, Pause, void> {
  const now = Math.floor(tools.now().getTime() / 1000)
  const known = cursorSchema.safeParse(tools.cursor).data ?? {
    heardUntil: now - firstSeconds + overlapSeconds,
    seen: {},
  }
  const from = known.heardUntil - overlapSeconds
  const searches = tools.settings.searches.length === 0 ? [''] : tools.settings.searches
  const posts = new Map<string, HeardPost>()
  for (const search of searches)
    for (const post of await readSince(tools, search, from)) posts.set(post.externalId, post)
  const inOrder = [...posts.values()].sort((one, two) => one.createdAt.getTime() - two.createdAt.getTime())
  const news = inOrder.filter((post) => known.seen[post.externalId] !== printOf(post))
  const heardUntil = Math.max(known.heardUntil, ...inOrder.slice(-1).map((post) => post.createdAt.getTime() / 1000))
  const cursor = { heardUntil, seen: seenSince(inOrder, heardUntil - overlapSeconds) } satisfies Cursor
  if (news.length > 0 || heardUntil !== known.heardUntil)
    yield { heard: news.map((post): Heard => ({ kind: 'post', post })), cursor }
  return { waitSeconds }
}

/** All that one search has from this second on; above a thousand it goes on from the oldest it has seen. */
async function readSince(tools: Tools<HackerNewsSettings>, search: string, from: number): Promise<HeardPost[]> {
  const posts = new Map<string, HeardPost>()
  let before: number | undefined
  for (let round = 0; round < mostRounds; round++) {
    const page = await readThousand(tools, search, { from, before })
    for (const post of page.posts) posts.set(post.externalId, post)
    if (!page.isMore || page.oldest === undefined || page.oldest === before) return [...posts.values()]
    before = page.oldest
  }
  tools.note(`More was written on Hacker News than can be read in one go; the oldest of it is left out.`)
  return [...posts.values()]
}

interface Span {
  from: number
  before: number | undefined
}

async function readThousand(tools: Tools<HackerNewsSettings>, search: string, { from, before }: Span) {
  const posts: HeardPost[] = []
  for (let page = 0; page < mostPages; page++) {
    const { hits, nbPages } = await readPage(tools, addressOf(tools.settings, { search, from, before, page }))
    posts.push(...hits.flatMap((hit) => parseHit(hit) ?? []))
    const isLast = page + 1 >= nbPages && page + 1 < mostPages
    if (hits.length < perPage || isLast) return { posts, isMore: false }
  }
  // The last second is asked for again: not all of it may have been shown.
  const oldest = Math.min(...posts.map((post) => post.createdAt.getTime() / 1000)) + 1
  return { posts, isMore: true, oldest }
}

async function readPage(tools: Tools<HackerNewsSettings>, address: string) {
  const { body } = await askJson(tools, { network: 'Hacker News', address })
  const page = pageSchema.safeParse(body)
  if (!page.success) throw new Error('The search of Hacker News answered with something that is no list of posts.')
  return page.data
}

interface Asked extends Span {
  search: string
  page: number
}

export function addressOf({ server, comments }: HackerNewsSettings, { search, from, before, page }: Asked): string {
  const times = [`created_at_i>=${from}`, ...(before === undefined ? [] : [`created_at_i<${before}`])]
  const address = new URL('/api/v1/search_by_date', server)
  address.searchParams.set('tags', comments ? '(story,poll,comment)' : '(story,poll)')
  address.searchParams.set('numericFilters', times.join(','))
  address.searchParams.set('hitsPerPage', String(perPage))
  address.searchParams.set('page', String(page))
  // Typing mistakes are forgiven by default; a name must be meant as it is written.
  address.searchParams.set('typoTolerance', 'false')
  if (search !== '') address.searchParams.set('query', search)
  return address.href
}

function seenSince(posts: readonly HeardPost[], since: number): Record<string, string> {
  const recent = posts.filter((post) => post.createdAt.getTime() / 1000 >= since)
  return Object.fromEntries(recent.map((post) => [post.externalId, printOf(post)]))
}

/** Tells whether a post says something else now. */
function printOf({ title = '', text }: HeardPost): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('base64url').slice(0, 8)
}
