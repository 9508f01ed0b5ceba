import { resolveAddress } from './resolve-address.ts'
import { readMarkup } from './read-markup.ts'
import { escapeXml, isElement } from './xml-tree.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

const addressAttributes = new Set(['href', 'src', 'cite', 'action', 'background', 'data', 'longdesc', 'poster'])
const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const leftOut = new Set(['script', 'style', 'noscript', 'template'])

/**
 * Markup in one fixed form, with whole addresses: attributes in order, empty elements closed. So the same content is the
 * same text however a feed writes it, and an edit is told from a new way of writing.
 */
export function writeMarkup(nodes: XmlNode[], base: string | undefined): string {
  return nodes.map((node) => (isElement(node) ? writeElement(node, base) : escapeText(node))).join('')
}

/** The same for markup that comes as text. */
export function tidyHtml(html: string, base: string | undefined): string {
  return writeMarkup(readMarkup(html, 'html').children, base)
}

/** Whether text that may be either is meant as HTML: it holds a tag or an entity. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/i.test(text)
}

function writeElement({ name, attributes, children }: XmlElement, outerBase: string | undefined): string {
  const local = name.replace(/^(?:xhtml|html|h):/i, '')
  if (leftOut.has(local.toLowerCase())) return ''
  const base = attributes['xml:base'] ? (resolveAddress(attributes['xml:base'], outerBase) ?? outerBase) : outerBase
  const written = Object.entries(attributes)
    .filter(([key, value]) => key !== 'xml:base' && !(key.startsWith('xmlns') && value.includes('xhtml')))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => {
      const whole = addressAttributes.has(key.toLowerCase()) ? (resolveAddress(value, base) ?? value) : value
      return ` ${key}="${escapeXml(whole)}"`
    })
    .join('')
  if (voidElements.has(local.toLowerCase())) return `<${local}${written} />`
  return `<${local}${written}>${writeMarkup(children, base)}</${local}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
