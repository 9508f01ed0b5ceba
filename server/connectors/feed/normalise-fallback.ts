import { parseFeed } from '@rowanmanning/feed-parser'
import type { NormalFeed } from './normal-feed.ts'
import { normalText, withoutMissing } from './normal-parts.ts'
import { eachOnce } from './read-person.ts'

/** What a second parser reads out of a feed at which the first one gave up. Throws when it gives up, too. */
export function normaliseByFallback(xml: string): NormalFeed {
  const feed = parseFeed(xml)
  return withoutMissing({
    title: normalText(feed.title ?? undefined),
    description: normalText(feed.description ?? undefined),
    link: feed.url ?? undefined,
    authors: people(feed.authors),
    language: feed.language ?? undefined,
    published: feed.published ?? undefined,
    updated: feed.updated ?? undefined,
    entries: feed.items.map((item) =>
      withoutMissing({
        id: item.id ?? undefined,
        title: normalText(item.title ?? undefined),
        link: item.url ?? undefined,
        authors: people(item.authors),
        summary: normalText(item.description ?? undefined),
        content: normalText(item.content ?? undefined, true),
        published: item.published ?? undefined,
        updated: item.updated ?? undefined,
        mediaDescriptions: [],
      }),
    ),
  })
}

interface Author {
  name: string | null
  email: string | null
  url: string | null
}

function people(authors: Author[]) {
  return eachOnce(
    authors.map(({ name, email, url }) =>
      withoutMissing({ name: name ?? undefined, email: email ?? undefined, uri: url ?? undefined }),
    ),
  )
}
