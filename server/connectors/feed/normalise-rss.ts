import type { RssFeed } from 'feedsmith'
import { mediaDescriptionsOf } from './media-descriptions.ts'
import type { NormalEntry, NormalFeed, NormalPerson } from './normal-feed.ts'
import { normalText, readAtomLink, readAtomPeople, withoutMissing } from './normal-parts.ts'
import { readDate } from './read-date.ts'
import { readExtensions } from './read-extensions.ts'
import { eachOnce, readPerson } from './read-person.ts'

/** RSS as feedsmith reads it, in our form. */
export function normaliseRss(feed: RssFeed.Feed<string>): NormalFeed {
  const extensions = readExtensions(feed)
  const { atom = {} } = feed
  return withoutMissing({
    title: normalText(feed.title ?? extensions.title),
    description: normalText(feed.description ?? extensions.description),
    link: feed.link ?? readAtomLink(atom.links),
    authors: channelAuthors(feed, extensions.authors),
    language: feed.language ?? extensions.language,
    published: readDate(feed.pubDate ?? extensions.published),
    updated: readDate(feed.lastBuildDate ?? atom.updated ?? extensions.updated),
    everyMinutes: everyMinutes(feed),
    entries: (feed.items ?? []).map(normaliseItem),
  })
}

function channelAuthors(feed: RssFeed.Feed<string>, others: (NormalPerson | undefined)[]): NormalPerson[] {
  const { itunes, atom, managingEditor, webMaster } = feed
  const owner = itunes?.owner ? [withoutMissing({ name: itunes.owner.name, email: itunes.owner.email })] : []
  const writers = eachOnce([fromRss(managingEditor), ...others, ...readAtomPeople(atom?.authors), ...owner])
  return writers.length > 0 ? writers : eachOnce([fromRss(webMaster)])
}

function normaliseItem(item: RssFeed.Item<string>): NormalEntry {
  const extensions = readExtensions(item)
  const { atom = {} } = item
  return withoutMissing({
    id: item.guid?.value ?? atom.id,
    title: normalText(item.title ?? extensions.title ?? atom.title),
    link: item.link ?? readAtomLink(atom.links) ?? permanentLink(item),
    authors: eachOnce([...(item.authors ?? []).map(fromRss), ...readAtomPeople(atom.authors), ...extensions.authors]),
    ...textsOf(item, extensions.description),
    published: readDate(item.pubDate ?? atom.published ?? extensions.published),
    updated: readDate(atom.updated ?? extensions.updated),
    created: readDate(extensions.created),
    language: extensions.language,
    mediaDescriptions: mediaDescriptionsOf(item.media),
    inReplyTo: extensions.inReplyTo,
  })
}

/** Beside a `summary`, a `description` is the text itself. */
function textsOf({ atom = {}, description, content = {} }: RssFeed.Item<string>, otherwise: string | undefined) {
  const summary = normalText(atom.summary)
  const described = normalText(description, true)
  const encoded = normalText(content.encoded, true) ?? normalText(atom.content)
  if (summary) return { summary, content: encoded ?? described }
  return { summary: described ?? normalText(otherwise), content: encoded }
}

/** RSS 2.0: a guid is the entry's own address unless it says that it is none. */
function permanentLink({ guid }: RssFeed.Item<string>): string | undefined {
  return guid?.isPermaLink !== false && /^https?:\/\//i.test(guid?.value ?? '') ? guid?.value : undefined
}

/** feedsmith sorts a person into name and address, but leaves mixed forms whole. */
function fromRss(person: RssFeed.Person | undefined): NormalPerson | undefined {
  if (!person) return undefined
  const read = readPerson([person.name, person.email].filter(Boolean).join(' '))
  return person.link ? { ...read, uri: person.link } : read
}

const minutesOf: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }

/** `ttl` in minutes; `sy:updatePeriod` divided by `sy:updateFrequency`. */
function everyMinutes({ ttl, sy }: RssFeed.Feed<string>): number | undefined {
  if (ttl !== undefined && ttl > 0) return ttl
  const period = minutesOf[sy?.updatePeriod?.trim().toLowerCase() ?? '']
  return period === undefined ? undefined : period / Math.max(1, sy?.updateFrequency ?? 1)
}
