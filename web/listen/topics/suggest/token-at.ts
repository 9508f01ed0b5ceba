/** What somebody is writing where the caret stands: a word, or the value of a field. */
export interface TokenAtCaret {
  start: number
  end: number
  /** Set once `name:` is written. */
  field?: string
  /** What is written of the word or the value so far, without quotation marks. */
  text: string
}

const inQuotes = /(?:^|[\s(])-?((\p{L}+):"([^"]*))$/u
const bare = /(?:^|[\s(])-?((?:(\p{L}+):)?([^\s(){}"-][^\s(){}"]*)?)$/u

/** The word under the caret; nothing inside quotation marks and exact spellings, where anything may stand. */
export function tokenAt(text: string, caret: number): TokenAtCaret | undefined {
  const before = text.slice(0, caret)
  const quoted = inQuotes.exec(before)
  const found = quoted ?? (isInside(before) ? null : bare.exec(before))
  if (!found?.[1]) return undefined
  const [, written, name, value = ''] = found
  const rest = quoted ? /^[^"]*"?/ : /^[^\s(){}"]*/
  const end = caret + (rest.exec(text.slice(caret))?.[0].length ?? 0)
  const token = { start: caret - written.length, end, text: value }
  return name === undefined ? token : { ...token, field: name.toLowerCase() }
}

function isInside(before: string): boolean {
  const quotes = before.split('"').length - 1
  return quotes % 2 === 1 || before.lastIndexOf('{') > before.lastIndexOf('}')
}

/** A text with the token replaced, and where the caret stands then. A finished value is followed by a blank. */
export function replaceToken(
  text: string,
  { start, end }: Pick<TokenAtCaret, 'start' | 'end'>,
  insert: string,
): { text: string; caret: number } {
  const behind = text.slice(end)
  const gap = insert.endsWith(':') || /^[\s)]/.test(behind) ? '' : ' '
  const replaced = insert + gap
  const passed = gap === '' && /^\s/.test(behind) ? 1 : 0
  return { text: text.slice(0, start) + replaced + behind, caret: start + replaced.length + passed }
}
