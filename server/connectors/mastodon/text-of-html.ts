import { convert } from 'html-to-text'
import type { FormatCallback } from 'html-to-text'

export interface PlainText {
  text: string
  /** Addresses linked to, without those of mentions and hashtags, in order, each once. */
  links: string[]
}

const plainHeading = { format: 'heading', options: { uppercase: false } }
const selectors = [
  { selector: 'a', format: 'anchor' },
  { selector: 'img', format: 'skip' },
  { selector: 'ul', options: { itemPrefix: '- ' } },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...plainHeading })),
]

/** A status as a person reads it: lines and paragraphs kept, mentions and hashtags as typed, shortened links whole. */
export function textOfHtml(html: string): PlainText {
  const links = new Set<string>()
  const anchor: FormatCallback = (element, walk, builder) => {
    const { class: classes = '', href = '' } = element.attribs
    const isOurKind = /\b(?:mention|hashtag)\b/u.test(classes)
    if (!isOurKind && /^https?:\/\//iu.test(href)) links.add(href)
    walk(element.children, builder)
  }
  const text = convert(html, { wordwrap: false, formatters: { anchor }, selectors })
  return { text: text.replace(/[ \t]+$/gmu, '').trim(), links: [...links] }
}
