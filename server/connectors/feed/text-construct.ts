import { textOf, isElement } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'
import { looksLikeHtml, tidyHtml, writeMarkup } from './write-markup.ts'

interface Around {
  shape: 'rss' | 'atom'
  base: string | undefined
}

/** A text of a feed as one piece: HTML in our fixed form, or plain; `type` says which. */
export function writeConstruct(name: string, element: XmlElement, { shape, base }: Around): XmlElement {
  const written = readConstruct(name, element, { shape, base })
  const isAtom = shape === 'atom' || name.startsWith('atom:')
  const src = element.attributes['src']
  return {
    name,
    attributes: { ...(isAtom && { type: written.isHtml ? 'html' : 'text' }), ...(src && { src }) },
    children: [written.value],
  }
}

function readConstruct(name: string, element: XmlElement, { shape, base }: Around): { value: string; isHtml: boolean } {
  if (element.children.some(isElement)) return { value: writeMarkup(element.children, base), isHtml: true }
  const type = wordOf(element.attributes['type'])
  const mode = wordOf(element.attributes['mode'])
  const written = textOf(element.children).slice(0, longestText)
  const unpacked = mode === 'base64' || isBinary(type) ? unpackBase64(written) : undefined
  const text = unpacked ?? written
  const isPacked = unpacked !== undefined || mode !== ''
  const isHtml =
    isHtmlType(type) || isHtmlByName(name, shape) || (mayBeHtml(name, shape, isPacked) && looksLikeHtml(text))
  return { value: isHtml ? tidyHtml(text, base) : text, isHtml }
}

/** Characters; far beyond what anybody reads, and what is kept of a post. */
const longestText = 1_000_000

function wordOf(attribute = ''): string {
  return attribute.trim().toLowerCase()
}

function isHtmlByName(name: string, shape: Around['shape']): boolean {
  return shape === 'rss' && alwaysHtml.has(name)
}

function mayBeHtml(name: string, shape: Around['shape'], isPacked: boolean): boolean {
  return isPacked || (shape === 'rss' && !name.startsWith('dc:'))
}

/** In RSS these are HTML, whatever they look like. */
const alwaysHtml = new Set(['description', 'content:encoded', 'atom:summary', 'atom:content'])

function isHtmlType(type: string): boolean {
  return /^(?:html|xhtml|text\/html|application\/xhtml\+xml)\b/.test(type)
}

/** Atom 1.0 (RFC 4287 4.1.3.3): any other media type that is not text comes as Base64. */
function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !/[+/]xml\b/.test(type)
}

function unpackBase64(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '')
  return /^[a-z0-9+/]+=*$/i.test(packed) ? Buffer.from(packed, 'base64').toString('utf8') : undefined
}
