/** Namespaces by the prefix we know them by; in an address, scheme, `www.` and the last `/` or `#` do not count. */
const prefixByAddress: Record<string, string> = {
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': 'rss',
  'purl.org/net/rss1.1': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'backend.userland.com/rss': 'rss',
  'backend.userland.com/rss2': 'rss',
  'backend.userland.com/rss091': 'rss',
  'backend.userland.com/rss191': 'rss',
  'blogs.law.harvard.edu/tech/rss': 'rss',
  'cyber.law.harvard.edu/rss': 'rss',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/xml/1998/namespace': 'xml',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/syndication/thread/1.0': 'thr',
  'search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'georss.org/georss': 'georss',
}

export type Namespaces = Record<string, string>

/** Prefixes that feeds use without declaring them. */
export const usualNamespaces: Namespaces = {
  xml: 'xml',
  ...Object.fromEntries([...new Set(Object.values(prefixByAddress))].map((prefix) => [prefix, prefix])),
}

/** The prefixes in force inside an element. An address we do not know hides what its prefix meant before. */
export function declareNamespaces(attributes: Record<string, string>, outer: Namespaces): Namespaces {
  const declared = Object.entries(attributes).flatMap(([name, address]) => {
    const prefix = /^xmlns(?::(.+))?$/.exec(name)
    return prefix ? [[prefix[1] ?? '', knownPrefix(address) ?? address]] : []
  })
  return declared.length === 0 ? outer : { ...outer, ...Object.fromEntries(declared) }
}

function knownPrefix(address: string): string | undefined {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#=]+$/, '')
  return plain === '' ? '' : prefixByAddress[plain]
}

/** A name as `prefix:local` in our prefixes and small letters; `''` is the prefix of names without a namespace. */
export function readName(name: string, namespaces: Namespaces): { prefix: string; local: string } {
  const [, prefix = '', local = name] = /^(?:([^:]*):)?(.*)$/s.exec(name) ?? []
  return { prefix: namespaces[prefix] ?? prefix.toLowerCase(), local: local.toLowerCase() }
}
