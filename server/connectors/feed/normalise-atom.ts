import type { AtomFeed } from 'feedsmith'
import { mediaDescriptionsOf } from './media-descriptions.ts'
import type { NormalEntry, NormalFeed, NormalPerson } from './normal-feed.ts'
import { normalText, readAtomLink, readAtomPeople, withoutMissing } from './normal-parts.ts'
import { readDate } from './read-date.ts'
import { readExtensions } from './read-extensions.ts'
import { eachOnce } from './read-person.ts'

/** Atom as feedsmith reads it, in our form. */
export function normaliseAtom(feed: AtomFeed.Feed<string>): NormalFeed {
  const extensions = readExtensions(feed)
  return withoutMissing({
    title: normalText(feed.title ?? extensions.title),
    description: normalText(feed.subtitle ?? extensions.description),
    link: readAtomLink(feed.links),
    authors: eachOnce([...readAtomPeople(feed.authors), ...extensions.authors]),
    language: extensions.language,
    published: readDate(extensions.published),
    updated: readDate(feed.updated ?? extensions.updated),
    entries: (feed.entries ?? []).map(normaliseEntry),
  })
}

function normaliseEntry(entry: AtomFeed.Entry<string>): NormalEntry {
  const extensions = readExtensions(entry)
  return withoutMissing({
    id: entry.id,
    title: normalText(entry.title ?? extensions.title),
    link: readAtomLink(entry.links) ?? entry.content?.src,
    authors: authorsOf(entry, extensions.authors),
    summary: normalText(entry.summary ?? extensions.description),
    content: normalText(entry.content),
    published: readDate(entry.published ?? extensions.published),
    updated: readDate(entry.updated ?? extensions.updated),
    created: readDate(extensions.created),
    language: extensions.language,
    mediaDescriptions: mediaDescriptionsOf(entry.media),
    inReplyTo: extensions.inReplyTo,
  })
}

/** An entry taken over from another feed brings that feed's authors along (RFC 4287 4.2.1). */
function authorsOf(entry: AtomFeed.Entry<string>, others: (NormalPerson | undefined)[]): NormalPerson[] {
  const own = eachOnce([...readAtomPeople(entry.authors), ...others])
  return own.length > 0 ? own : eachOnce(readAtomPeople(entry.source?.authors))
}
