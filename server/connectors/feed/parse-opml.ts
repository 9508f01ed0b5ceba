import { decodeText } from './decode-text.ts'
import { readMarkup } from './read-markup.ts'
import { isElement } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

export interface ListedFeed {
  title: string
  url: string
  /** Names of the folders it lies in, outermost first. */
  folders: string[]
}

/** Feeds out of an OPML file, as feed readers export them; each address once, as it is written there. Throws when the file is no OPML. */
export function parseOpml(file: Uint8Array | string): ListedFeed[] {
  const text = typeof file === 'string' ? file : decodeText(file, null)
  const root = readMarkup(text, 'xml').children.filter(isElement)[0]
  if (root?.name.toLowerCase() !== 'opml') throw new Error('This file is no OPML: it does not begin with <opml>.')
  const feeds = new Map<string, ListedFeed>()
  for (const feed of feedsIn(root, [])) if (!feeds.has(feed.url)) feeds.set(feed.url, feed)
  return [...feeds.values()]
}

function* feedsIn(element: XmlElement, folders: string[]): Generator<ListedFeed> {
  for (const child of element.children.filter(isElement)) {
    if (child.name.toLowerCase() !== 'outline') {
      yield* feedsIn(child, folders)
      continue
    }
    const title = (attribute(child, 'title') ?? attribute(child, 'text') ?? '').trim()
    const url = attribute(child, 'xmlurl')
      ?.trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'http:')
    if (url) yield { title: title || URL.parse(url)?.host || url, url, folders }
    yield* feedsIn(child, url || !title ? folders : [...folders, title])
  }
}

function attribute({ attributes }: XmlElement, wanted: string): string | undefined {
  return Object.entries(attributes).find(([name]) => name.toLowerCase() === wanted)?.[1]
}
