import { createHash } from 'node:crypto'
import type { Author, HeardPost } from '../../model/post.ts'

/** What a source may say at most; the rest is cut off, so that one post cannot fill the store. In UTF-16 units. */
const longest = { text: 200_000, title: 2_000, name: 500, url: 4_000, code: 35, list: 100 }

const day = 24 * 3_600_000

/**
 * A heard post made fit for keeping: text the store can hold, lengths bounded, the source's time moved to the arrival
 * where it lies outside the months that posts are kept by, and a hash that tells a changed version from a repeat.
 */
export interface PreparedPost extends HeardPost {
  postedAt: Date
  contentHash: Buffer
}

export function preparePost(heard: HeardPost, now: Date): PreparedPost {
  const prepared: HeardPost = {
    ...heard,
    ...fitStated(heard, { title: longest.title, url: longest.url, language: longest.code, country: longest.code }),
    ...fitStated(heard, { inReplyTo: longest.name, threadRoot: longest.name }),
    externalId: fitExternalId(heard.externalId),
    text: fit(heard.text, longest.text),
    author: fitAuthor(heard.author),
    createdAt: isTime(heard.createdAt) ? heard.createdAt : now,
    links: (heard.links ?? []).slice(0, longest.list).map((link) => fit(link, longest.url)),
    mediaDescriptions: (heard.mediaDescriptions ?? []).slice(0, longest.list).map((words) => fit(words, longest.title)),
  }
  return { ...prepared, postedAt: withinMonths(prepared.createdAt, now), contentHash: hashOf(prepared) }
}

/** The id a post is kept and found by. */
export function fitExternalId(externalId: string): string {
  return fit(externalId, longest.name)
}

function fitAuthor(author: Author): Author {
  const given = fitStated(author, { name: longest.name, url: longest.url })
  return { ...author, ...given, id: fit(author.id, longest.name), handle: fit(author.handle, longest.name) }
}

/** Those of the named texts that are there, each at most so long. */
function fitStated<Name extends string>(
  given: { [Key in NoInfer<Name>]?: string },
  lengths: Record<Name, number>,
): { [Key in Name]?: string } {
  const fitted: { [Key in Name]?: string } = {}
  for (const name in lengths) {
    const text = given[name]
    if (text !== undefined) fitted[name] = fit(text, lengths[name])
  }
  return fitted
}

/** Texts from outside may hold half characters and NUL, which the store refuses. */
function fit(text: string, length: number): string {
  return text.replaceAll('\u0000', '').slice(0, length).toWellFormed()
}

function isTime(time: Date): boolean {
  return !Number.isNaN(time.getTime())
}

/** Posts stand in partitions by month, thirteen back and one day ahead. */
function withinMonths(time: Date, now: Date): Date {
  const age = now.getTime() - time.getTime()
  return age > 365 * day || age < -day ? now : time
}

function hashOf(post: HeardPost): Buffer {
  const content = JSON.stringify([post.title ?? '', post.text, post.mediaDescriptions ?? [], post.rating ?? null])
  return createHash('sha256').update(content).digest().subarray(0, 16)
}
