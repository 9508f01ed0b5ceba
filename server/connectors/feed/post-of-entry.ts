import { createHash } from 'node:crypto'
import type { Author, HeardPost } from '../../model/post.ts'
import type { NormalEntry, NormalFeed, NormalPerson, NormalText } from './normal-feed.ts'
import { textOfHtml } from '../text-of-html.ts'
import type { PlainText } from '../text-of-html.ts'

/** Characters kept of one entry; the rest is read at its source. */
export const longestEntry = 200_000

export interface Surroundings {
  feed: NormalFeed
  /** The feed's own address. */
  url: string
  /** The time of an entry that states none, and the latest a time can be. */
  now: Date
}

/** An entry as a post. It is the same post as long as `externalId` is the same. */
export function postOfEntry(entry: NormalEntry, externalId: string, around: Surroundings): HeardPost {
  const body = plainText(longer(entry.content, entry.summary))
  const title = plainText(entry.title).text
  return {
    externalId,
    text: body.text.slice(0, longestEntry) || title,
    ...(title && { title: title.slice(0, 1000) }),
    author: authorOf(entry, around),
    ...timesOf(entry, around.now),
    ...(entry.link && { url: entry.link }),
    ...languageOf(entry.language ?? around.feed.language),
    ...(entry.inReplyTo && { inReplyTo: entry.inReplyTo }),
    ...listed('mediaDescriptions', [...entry.mediaDescriptions, ...body.pictures]),
    ...listed('links', body.links),
    type: 'article',
    visibility: 'public',
  }
}

function timesOf(entry: NormalEntry, now: Date): Pick<HeardPost, 'createdAt' | 'editedAt'> {
  const createdAt = plausible(entry.published ?? entry.created ?? entry.updated, now) ?? now
  const editedAt = plausible(entry.updated, now)
  return { createdAt, ...(editedAt && editedAt > createdAt && { editedAt }) }
}

function languageOf(language: string | undefined): Pick<HeardPost, 'language'> {
  if (!language || !/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(language)) return {}
  return { language: language.replaceAll('_', '-') }
}

function listed(key: 'mediaDescriptions' | 'links', texts: string[]): Partial<HeardPost> {
  return texts.length > 0 ? { [key]: [...new Set(texts)] } : {}
}

/**
 * Ids of a feed's entries, in their order: the feed's own, else the address, else a fingerprint of what is written.
 * Where several entries share an id, it counts together with the address.
 */
export function idsOfEntries(entries: NormalEntry[]): string[] {
  const linksById = new Map<string, Set<string>>()
  for (const { id, link } of entries) if (id) linksById.set(id, (linksById.get(id) ?? new Set()).add(link ?? ''))
  return entries.map((entry) => {
    const isShared = (linksById.get(entry.id ?? '')?.size ?? 0) > 1
    const id = isShared ? [entry.id, entry.link].filter(Boolean).join(' ') : entry.id || entry.link
    return id ? shortened(id) : `written:${fingerprint(entry.title?.value, (entry.summary ?? entry.content)?.value)}`
  })
}

function shortened(id: string): string {
  return id.length <= 500 ? id : `${id.slice(0, 400)}…${fingerprint(id)}`
}

/** Sixteen signs that change when one of the texts changes. */
export function fingerprint(...texts: (string | undefined)[]): string {
  return createHash('sha256')
    .update(texts.map((text) => text ?? '').join('\u0000'))
    .digest('base64url')
    .slice(0, 16)
}

function longer(one: NormalText | undefined, other: NormalText | undefined): NormalText | undefined {
  return (other?.value.length ?? 0) > (one?.value.length ?? 0) ? other : one
}

function plainText(text: NormalText | undefined): PlainText {
  if (!text) return { text: '', links: [], pictures: [] }
  return text.isHtml ? textOfHtml(text.value) : { text: text.value, links: [], pictures: [] }
}

/** A time before the web, or more than a day ahead, is a mistake; a little ahead is a clock gone wrong. */
function plausible(time: Date | undefined, now: Date): Date | undefined {
  if (!time || time.getTime() < Date.UTC(1990, 0) || time.getTime() > now.getTime() + 86_400_000) return undefined
  return time > now ? now : time
}

/** Who wrote it: the entry's author, else the feed's, else the feed itself. */
function authorOf(entry: NormalEntry, { feed, url }: Surroundings): Author {
  const site = feed.link && URL.canParse(feed.link) ? feed.link : url
  const feedTitle = plainText(feed.title).text
  const person = entry.authors[0] ?? feed.authors[0]
  return person ? personOf(person, feedTitle, site) : siteOf(feedTitle, site)
}

function siteOf(title: string, site: string): Author {
  return { id: site, handle: new URL(site).host || site, ...(title && { name: title }), url: site }
}

function personOf(person: NormalPerson, feedTitle: string, site: string): Author {
  const name = plainName(person) || feedTitle || site
  const { uri, email } = person
  return {
    id: uri ?? email ?? `${name} @ ${site}`,
    handle: person.name ?? email ?? name,
    name,
    ...(uri && { url: uri }),
  }
}

function plainName({ name, email, uri }: NormalPerson): string {
  return (name ?? email?.split('@')[0] ?? uri ?? '').slice(0, 200)
}
