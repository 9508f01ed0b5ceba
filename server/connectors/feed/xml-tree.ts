/** One element of a document, with names as written. Text is already decoded. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** All text inside, in order. */
export function textOf(nodes: XmlNode[]): string {
  return nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join('')
}

/** Writes a tree of plain structure as XML. What a reader of XML gets out is what was put in. */
export function writeXml({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inside = children.map((node) => (isElement(node) ? writeXml(node) : escapeXml(node)))
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`
}

/** Characters that XML 1.0 cannot hold, not even escaped. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function escapeXml(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
