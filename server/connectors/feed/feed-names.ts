/** Other names for what Atom 1.0 has a name for: Atom 0.3, and what feeds mix in. */
export const atomNames: Record<string, string> = {
  tagline: 'subtitle',
  info: 'subtitle',
  description: 'subtitle',
  copyright: 'rights',
  modified: 'dcterms:modified',
  issued: 'dcterms:issued',
  created: 'dcterms:created',
  url: 'uri',
  homepage: 'uri',
  'dc:author': 'dc:creator',
  'content:encoded': 'content',
  'xhtml:body': 'content',
  'xhtml:div': 'content',
}

/** Other names for what RSS 2.0 and its usual extensions have a name for. */
export const rssNames: Record<string, string> = {
  abstract: 'description',
  tagline: 'description',
  subtitle: 'description',
  info: 'description',
  summary: 'atom:summary',
  content: 'content:encoded',
  fullitem: 'content:encoded',
  body: 'content:encoded',
  'xhtml:body': 'content:encoded',
  'xhtml:div': 'content:encoded',
  'content:items': 'content:items',
  modified: 'dcterms:modified',
  updated: 'atom:updated',
  issued: 'dcterms:issued',
  published: 'atom:published',
  created: 'dcterms:created',
  'dc:author': 'dc:creator',
}

/** Elements that hold what somebody wrote, plain or with markup. */
export const constructNames = new Set([
  'title',
  'subtitle',
  'summary',
  'description',
  'content',
  'content:encoded',
  'rights',
  'copyright',
  'atom:title',
  'atom:subtitle',
  'atom:summary',
  'atom:content',
  'dc:title',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'media:title',
  'media:description',
])

/** Elements whose text is an address. */
export const addressElements = new Set(['link', 'url', 'uri', 'docs', 'comments', 'icon', 'logo'])
