import { declareNamespaces, readName, usualNamespaces } from './namespaces.ts'
import type { Namespaces } from './namespaces.ts'
import { addressElements, atomNames, constructNames, rssNames } from './feed-names.ts'
import { readMarkup } from './read-markup.ts'
import { resolveAddress } from './resolve-address.ts'
import { writeConstruct } from './text-construct.ts'
import { isElement, textOf } from './xml-tree.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

/** One of two shapes: RSS 2.0 (also out of RSS 0.9x, 1.0 and CDF) or Atom 1.0 (also out of 0.3). */
export interface CanonicalFeed {
  shape: 'rss' | 'atom'
  root: XmlElement
}

interface Scope {
  shape: 'rss' | 'atom'
  /** The root's namespace: however it is called or misspelt, it is the feed's own. */
  home: string
  namespaces: Namespaces
  base: string | undefined
  language: string | undefined
  depth: number
}

/** What a feed says lies no deeper than this (`rss/channel/item/media:group/media:content/media:description`). */
const deepest = 8

/**
 * Brings an XML feed of any kind into one of two shapes: usual prefixes, today's names, whole addresses (`xml:base`,
 * RFC 3986), every text as one piece with its type. `undefined` when the document is no feed.
 */
export function canonicalFeed(text: string, base: string | undefined): CanonicalFeed | undefined {
  const root = readMarkup(text, 'xml').children.filter(isElement)[0]
  if (!root) return undefined
  const namespaces = declareNamespaces(root.attributes, usualNamespaces)
  const { prefix, local } = readName(root.name, namespaces)
  const shape = shapeOf[local]
  if (!shape) return undefined
  const outer: Scope = { shape, home: prefix, namespaces, base, language: undefined, depth: 0 }
  if (shape === 'atom') return { shape, root: atomRoot(root, outer) }
  return { shape, root: rssRoot(root, outer) }
}

const shapeOf: Record<string, 'rss' | 'atom'> = { feed: 'atom', entry: 'atom', rss: 'rss', rdf: 'rss', channel: 'rss' }

function atomRoot(root: XmlElement, outer: Scope): XmlElement {
  const scope = scopeOf(root, outer)
  const isLoneEntry = readName(root.name, scope.namespaces).local === 'entry'
  const children = isLoneEntry ? changed(root, outer) : inside(root, scope)
  return { name: 'feed', attributes: declarations.atom, children: withLanguage(children, scope.language) }
}

/** Items that stand beside the channel (RSS 1.0) or outside it (mistakes) are put inside. */
function rssRoot(root: XmlElement, outer: Scope): XmlElement {
  const scope = scopeOf(root, outer)
  const isChannel = readName(root.name, scope.namespaces).local === 'channel'
  const top = isChannel ? changed(root, outer) : inside(root, scope)
  const channels = top.filter(isElement).filter(({ name }) => name === 'channel')
  const others = top.filter((node) => !isElement(node) || node.name !== 'channel')
  const children = [...channels.flatMap((channel) => channel.children), ...others].filter(isElement)
  const channel = {
    name: 'channel',
    attributes: {},
    children: withLanguage(children.map(nameChannelAuthor), scope.language),
  }
  return { name: 'rss', attributes: declarations.rss, children: [channel] }
}

const extensions = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:sy': 'http://purl.org/rss/1.0/modules/syndication/',
  'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
}
const declarations = {
  atom: { xmlns: 'http://www.w3.org/2005/Atom', ...extensions },
  rss: { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom', ...extensions },
}

function scopeOf({ attributes }: XmlElement, outer: Scope): Scope {
  const base = attributes['xml:base'] ?? attributes['BASE']
  return {
    shape: outer.shape,
    home: outer.home,
    namespaces: declareNamespaces(attributes, outer.namespaces),
    base: base === undefined ? outer.base : (resolveAddress(base, outer.base) ?? outer.base),
    language: attributes['xml:lang'] ?? outer.language,
    depth: outer.depth + 1,
  }
}

/** Of an absurdly long feed both ends are read, since nobody knows at which end it grows. */
const longest = 4000

function inside(element: XmlElement, scope: Scope): XmlNode[] {
  const all = element.children
  const children = all.length <= longest ? all : [...all.slice(0, longest / 2), ...all.slice(-longest / 2)]
  return children.flatMap<XmlNode>((child) => (isElement(child) ? changed(child, scope) : child))
}

/** The element in canonical form; nothing where its name is not ours to read. */
function changed(element: XmlElement, outer: Scope): XmlElement[] {
  const scope = scopeOf(element, outer)
  const name = canonicalName(element, scope)
  if (!name || scope.depth > deepest) return []
  if (constructNames.has(name)) return [writeConstruct(name, element, scope)]
  const children = inside(element, scope)
  if (addressElements.has(name)) {
    const address = textOf(children)
    return [
      { name, attributes: wholeAddresses(element, scope), children: [resolveAddress(address, scope.base) ?? address] },
    ]
  }
  const attributes = wholeAddresses(element, scope)
  return [{ name, attributes, children: isPost(name) ? completed(element, children, scope) : children }]
}

function isPost(name: string): boolean {
  return name === 'item' || name === 'entry'
}

function canonicalName(element: XmlElement, { shape, home, namespaces }: Scope): string | undefined {
  const { prefix, local } = readName(element.name, namespaces)
  const isHome = ['', shape, home, 'rdf'].includes(prefix)
  const names = shape === 'atom' ? atomNames : rssNames
  const plain = isHome ? local : `${prefix}:${local}`
  const renamed = Object.hasOwn(names, plain) ? names[plain] : plain
  if (!isHome && renamed === plain && !readPrefixes.has(prefix)) return undefined
  return renamed
}

const readPrefixes = new Set(['atom', 'dc', 'dcterms', 'content', 'sy', 'thr', 'media', 'itunes'])

const addressAttributes = ['href', 'url', 'src', 'uri', 'resource']

function wholeAddresses({ attributes }: XmlElement, scope: Scope): Record<string, string> {
  const entries = Object.entries(attributes).flatMap(([key, value]) => {
    const name = key.toLowerCase().replace(/^rdf:/, '')
    if (name.includes(':') || name === 'xmlns') return []
    return [[name, addressAttributes.includes(name) ? (resolveAddress(value, scope.base) ?? value) : value]]
  })
  return Object.fromEntries(entries)
}

/** What an entry says by its place or its attributes alone is said by an element of its own. */
function completed(element: XmlElement, children: XmlNode[], scope: Scope): XmlNode[] {
  const has = (name: string) => children.some((child) => isElement(child) && child.name === name)
  const about = Object.entries(element.attributes).find(([name]) => /(?:^|:)about$/i.test(name))?.[1]
  const href = element.attributes['HREF']
  const added: XmlElement[] = []
  if (about && !has('guid')) added.push({ name: 'guid', attributes: { ispermalink: 'false' }, children: [about] })
  if (href && !has('link'))
    added.push({ name: 'link', attributes: {}, children: [resolveAddress(href, scope.base) ?? href] })
  const language = languageInside(element) ?? scope.language
  return withLanguage([...children, ...added], language)
}

function languageInside({ children }: XmlElement): string | undefined {
  const inner = children.filter(isElement).map((child) => child.attributes['xml:lang'])
  return inner.find(Boolean)
}

function withLanguage(children: XmlNode[], language: string | undefined): XmlNode[] {
  const isStated = children.some((child) => isElement(child) && /^(?:dc:)?language$/.test(child.name))
  return isStated || !language ? children : [...children, { name: 'dc:language', attributes: {}, children: [language] }]
}

/** RSS knows an author for items only; a channel's is its managing editor. */
function nameChannelAuthor(element: XmlElement): XmlElement {
  return element.name === 'author' ? { ...element, name: 'managingeditor' } : element
}
