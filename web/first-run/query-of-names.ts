/** Names, one a line, as a query of the listening language: any of them. Two words and more become a phrase. */
export function queryOfNames(text: string): string {
  return namesIn(text)
    .map((name) => (/^[\p{L}\p{N}_#@]+$/u.test(name) && !isKeyword(name) ? name : `"${name}"`))
    .join(' OR ')
}

/** The names of a text, one a line, each once. */
export function namesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) =>
    line
      .replaceAll(/["“”„«»]/g, ' ')
      .trim()
      .replaceAll(/\s+/g, ' '),
  )
  return [...new Set(lines.filter((line) => /[\p{L}\p{N}]/u.test(line)))]
}

function isKeyword(name: string): boolean {
  return ['AND', 'OR', 'NOT', 'NEAR', 'BEFORE'].includes(name)
}
