/**
 * Whether a word fits a pattern in which `*` stands for any run of characters, also none, and `?` for exactly one.
 * At worst as many steps as the two lengths multiplied; no backtracking beyond the last `*`.
 */
export function fitsWildcard(pattern: string, word: string): boolean {
  let at = 0
  let inPattern = 0
  let star = -1
  let resume = 0
  while (at < word.length) {
    const wanted = pattern[inPattern]
    if (wanted === '*') {
      star = inPattern++
      resume = at
    } else if (wanted === '?') {
      at += widthAt(word, at)
      inPattern++
    } else if (wanted === word[at]) {
      at++
      inPattern++
    } else if (star >= 0) {
      resume += widthAt(word, resume)
      at = resume
      inPattern = star + 1
    } else return false
  }
  while (pattern[inPattern] === '*') inPattern++
  return inPattern === pattern.length
}

/** What every word that fits begins with. */
export function wildcardPrefix(pattern: string): string {
  return pattern.slice(0, pattern.search(/[*?]|$/))
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}
