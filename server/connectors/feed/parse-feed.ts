import { ParseError, parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { canonicalFeed } from './canonical-feed.ts'
import type { CanonicalFeed } from './canonical-feed.ts'
import { decodeText } from './decode-text.ts'
import { normaliseAtom } from './normalise-atom.ts'
import { normaliseByFallback } from './normalise-fallback.ts'
import { normaliseJson } from './normalise-json.ts'
import { normaliseRss } from './normalise-rss.ts'
import type { NormalFeed } from './normal-feed.ts'
import { resolveAddress } from './resolve-address.ts'
import { writeXml } from './xml-tree.ts'

/** A document as it came. */
export interface FeedDocument {
  bytes: Uint8Array
  /** Where it came from, in the end. */
  url?: string
  contentType?: string | null
  contentLocation?: string | null
  contentLanguage?: string | null
}

export type ParsedDocument = { feed: NormalFeed } | { noFeed: string }

/**
 * Reads a feed of any kind (RSS, Atom, RDF, CDF, JSON Feed). Never throws: a feed with nothing in it is an empty feed,
 * and what is no feed comes back as text.
 */
export function parseFeed(document: FeedDocument): ParsedDocument {
  const text = decodeText(document.bytes, document.contentType ?? null)
  const base = resolveAddress(document.contentLocation ?? '', document.url) ?? document.url
  const feed = text.trimStart().startsWith('{') ? readJson(text, base) : readXml(text, base)
  if (!feed) return { noFeed: text }
  const language = feed.language ?? document.contentLanguage?.split(',')[0]?.trim()
  return { feed: language ? { ...feed, language } : feed }
}

function readXml(text: string, base: string | undefined): NormalFeed | undefined {
  const canonical = canonicalFeed(text, base)
  return canonical && readStructure(canonical)
}

function readStructure({ shape, root }: CanonicalFeed): NormalFeed {
  const xml = writeXml(root)
  try {
    return shape === 'rss' ? normaliseRss(parseRssFeed(xml)) : normaliseAtom(parseAtomFeed(xml))
  } catch (thrown) {
    // It found no field that it knows: a feed with nothing in it.
    return thrown instanceof ParseError ? emptyFeed() : readByFallback(xml)
  }
}

function readByFallback(xml: string): NormalFeed {
  try {
    return normaliseByFallback(xml)
  } catch {
    return emptyFeed()
  }
}

function emptyFeed(): NormalFeed {
  return { authors: [], entries: [] }
}

function readJson(text: string, base: string | undefined): NormalFeed | undefined {
  const json = parseJson(text)
  if (!isJsonFeed(json)) return undefined
  try {
    return normaliseJson(parseJsonFeed({ ...json, version: 'https://jsonfeed.org/version/1.1' }), base)
  } catch {
    return emptyFeed()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The version should be an address at jsonfeed.org; feeds that give only its number are read, too. */
function isJsonFeed(json: unknown): json is { version: string } {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false
  return /jsonfeed\.org|^1(?:\.[01])?$/.test(String(json.version)) && ('items' in json || 'title' in json)
}
