/** Words, brackets and marks of a pattern. `"…"` keeps what would be a mark, such as `":("`. */
export function splitPattern(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at]!
    if (char === ' ') at++
    else if (char === '"') at = quoted(text, at, tokens)
    else if (brackets.has(char)) {
      tokens.push(char)
      at++
    } else at = word(text, at, tokens)
  }
  return tokens
}

const brackets = new Set(['(', ')', '[', ']'])

function quoted(text: string, at: number, tokens: string[]): number {
  const end = text.indexOf('"', at + 1)
  const close = end === -1 ? text.length : end
  tokens.push(text.slice(at + 1, close))
  return close + 1
}

/** Up to the next blank or bracket; `-(` and `--(` are one. */
function word(text: string, at: number, tokens: string[]): number {
  let end = at
  while (end < text.length && text[end] !== ' ' && !brackets.has(text[end]!)) end++
  const written = text.slice(at, end)
  const isGuard = (written === '-' || written === '--') && text[end] === '('
  tokens.push(isGuard ? `${written}(` : written)
  return isGuard ? end + 1 : end
}
