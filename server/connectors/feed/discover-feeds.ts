import { readMarkup } from './read-markup.ts'
import { resolveAddress } from './resolve-address.ts'
import { isElement } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

export interface NamedFeed {
  url: string
  title?: string
}

/** Feeds that a web page names in its head (`<link rel="alternate">`), the page's own before those of its comments. */
export function discoverFeeds(html: string, pageUrl: string): NamedFeed[] {
  const links: XmlElement[] = []
  let base = pageUrl
  for (const element of elementsIn(readMarkup(html.slice(0, 1_000_000), 'html'))) {
    if (element.name === 'base') base = resolveAddress(element.attributes['href'] ?? '', pageUrl) ?? base
    if (element.name === 'link' && namesFeed(element)) links.push(element)
  }
  const feeds = links.flatMap(({ attributes }): NamedFeed[] => {
    const url = resolveAddress(attributes['href'] ?? '', base)
    const title = attributes['title']?.trim()
    return url && /^https?:/i.test(url) ? [{ url, ...(title && { title }) }] : []
  })
  const once = [...new Map(feeds.map((feed) => [feed.url, feed])).values()]
  return once.sort((one, other) => Number(isOfComments(one)) - Number(isOfComments(other)))
}

function namesFeed({ attributes }: XmlElement): boolean {
  const type = attributes['type'] ?? ''
  const rel = ` ${attributes['rel'] ?? ''} `.toLowerCase()
  return (
    (rel.includes(' alternate ') || rel.includes(' feed ')) &&
    /^\s*application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)\b|^\s*text\/xml\b/i.test(type) &&
    !/oembed|wp-json/i.test(attributes['href'] ?? '')
  )
}

function isOfComments({ url, title = '' }: NamedFeed): boolean {
  return /comment|kommentar/i.test(`${url} ${title}`)
}

function* elementsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue
    yield child
    yield* elementsIn(child)
  }
}
