import { compile } from 'html-to-text'
import type { FormatCallback } from 'html-to-text'

export interface PlainText {
  /** Paragraphs and lines are kept. */
  text: string
  /** Addresses linked to, in order, each once. */
  links: string[]
  /** What the pictures are said to show, in order. */
  pictures: string[]
}

const mostLinks = 200
const longestHtml = 2_000_000

/** HTML as a person reads it: no addresses in the text, lists as lines, pictures apart. */
export function textOfHtml(html: string): PlainText {
  found = { links: new Set(), pictures: [] }
  const lines = convert(html.slice(0, longestHtml))
    .split('\n')
    .map((line) => line.trimEnd())
  return { text: lines.join('\n').trim(), links: [...found.links], pictures: found.pictures }
}

/** What the text being converted right now links to and shows. Converting waits for nothing, so there is only one. */
let found: { links: Set<string>; pictures: string[] } = { links: new Set(), pictures: [] }

const anchor: FormatCallback = (element, walk, builder) => {
  const address = element.attribs['href'] ?? ''
  if (/^https?:\/\//i.test(address) && found.links.size < mostLinks) found.links.add(address)
  walk(element.children, builder)
}

const picture: FormatCallback = (element) => {
  const alternative = element.attribs['alt']?.trim()
  if (alternative && found.pictures.length < mostLinks) found.pictures.push(alternative)
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
/** Made once: making it takes longer than most texts. */
const convert = compile({
  wordwrap: false,
  formatters: { anchor, picture },
  limits: { maxDepth: 100, maxInputLength: longestHtml },
  selectors: [
    { selector: 'a', format: 'anchor' },
    { selector: 'img', format: 'picture' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', format: 'block' },
    ...headings.map((selector) => ({ selector, format: 'heading', options: { uppercase: false } })),
  ],
})
