import type { JsonFeed } from 'feedsmith'
import type { NormalEntry, NormalFeed, NormalPerson } from './normal-feed.ts'
import { normalText, withoutMissing } from './normal-parts.ts'
import { readDate } from './read-date.ts'
import { eachOnce } from './read-person.ts'
import { resolveAddress } from './resolve-address.ts'
import { tidyHtml } from './write-markup.ts'

/** A JSON Feed (jsonfeed.org, 1.0 and 1.1) in our form; addresses stand against the feed's own. */
export function normaliseJson(feed: JsonFeed.Feed<string>, documentUrl: string | undefined): NormalFeed {
  const base = resolveAddress(feed.feed_url ?? '', documentUrl) ?? documentUrl ?? feed.home_page_url
  return withoutMissing({
    title: plain(feed.title),
    description: plain(feed.description),
    link: whole(feed.home_page_url, base),
    authors: people(feed.authors),
    language: feed.language,
    entries: (feed.items ?? []).map((item) => normaliseItem(item, base)),
  })
}

function normaliseItem(item: JsonFeed.Item<string>, base: string | undefined): NormalEntry {
  const html = item.content_html === undefined ? undefined : tidyHtml(item.content_html, base)
  return withoutMissing({
    id: item.id,
    title: plain(item.title),
    link: whole(item.url ?? item.external_url, base),
    authors: people(item.authors),
    summary: plain(item.summary),
    content: normalText(html, true) ?? plain(item.content_text),
    published: readDate(item.date_published),
    updated: readDate(item.date_modified),
    language: item.language,
    mediaDescriptions: (item.attachments ?? []).flatMap(({ title }) => (title ? [title] : [])),
  })
}

function plain(text: string | undefined) {
  return normalText(text, false)
}

function whole(address: string | undefined, base: string | undefined): string | undefined {
  return address === undefined ? undefined : (resolveAddress(address, base) ?? address)
}

function people(authors: JsonFeed.Author[] = []): NormalPerson[] {
  return eachOnce(authors.map(({ name, url }) => withoutMissing({ name, uri: url })))
}
