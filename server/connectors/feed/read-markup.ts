import { decodeHTML, decodeHTMLAttribute, decodeHTMLStrict } from 'entities'
import { Parser } from 'htmlparser2'
import type { XmlElement } from './xml-tree.ts'

/** Deeper elements are left out, with their text kept in place. */
const deepest = 80
/** No feed is as deep or as long as this; reading stops there, since the reader takes quadratic time in the depth. */
const absurdDepth = 1000
const mostElements = 200_000
const mostAttributes = 100

/**
 * Reads XML, or HTML as browsers do, into a tree, and never fails: what is not closed is closed, stray signs are text.
 * A document type and its entities are passed over; named entities of HTML are known everywhere, as feeds use them so.
 */
export function readMarkup(text: string, language: 'xml' | 'html'): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const isXml = language === 'xml'
  const decode = isXml ? decodeHTMLStrict : decodeHTML
  const decodeAttribute = isXml ? decodeHTMLStrict : decodeHTMLAttribute
  let isCdata = false
  let skippedDepth = 0
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1
        if (elements > mostElements || skippedDepth > absurdDepth) throw new Enough()
        if (open.length > deepest) {
          skippedDepth += 1
          return
        }
        const element: XmlElement = { name, attributes: mapValues(attributes, decodeAttribute), children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      onclosetag() {
        if (skippedDepth > 0) skippedDepth -= 1
        else if (open.length > 1) open.pop()
      },
      ontext(data) {
        open.at(-1)?.children.push(isCdata ? data : decode(data))
      },
      oncdatastart: () => void (isCdata = true),
      oncdataend: () => void (isCdata = false),
    },
    { xmlMode: isXml, decodeEntities: false, recognizeSelfClosing: true },
  )
  try {
    parser.end(text)
  } catch (thrown) {
    if (!(thrown instanceof Enough)) throw thrown
  }
  return root
}

/** Ends the reading of a document that goes too far; what was read until then stands. */
class Enough extends Error {
  override name = 'Enough'
}

function mapValues(attributes: Record<string, string>, change: (value: string) => string): Record<string, string> {
  const entries = Object.entries(attributes).slice(0, mostAttributes)
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)]))
}
