/** Pieces that need no brackets beside others: a word, a quotation, an exact spelling, a field with its value. */
const piece = /^(?:[^\s(){}"-][^\s(){}"]*|"[^"]*"|\{[^{}]*\}|\p{L}+:"[^"]*")$/u
const operator = /^(?:AND|OR|NOT|(?:NEAR|BEFORE)(?:\/.*)?)$/
const written =
  /["\u201c\u201d\u201e\u201f\u00ab\u00bb(){}]|(?:^|\s)(?:-\S|(?:AND|OR|NOT|(?:NEAR|BEFORE)(?:\/\S*)?)(?:\s|$))/u

/** Whether a chip's text is one piece of the language, so that it can stand beside others as it is. */
export function isOnePiece(text: string): boolean {
  return piece.test(text) && !operator.test(text)
}

/** Whether a chip asks for a field, such as `lang:en`. */
export function isField(text: string): boolean {
  return /^(?!title:)\p{L}+:\S/u.test(text) && isOnePiece(text)
}

/**
 * The chips that somebody meant by what they typed: commas and lines divide, several words become a phrase, and what is
 * already written in the language stays as it is.
 */
export function chipsTyped(typed: string): string[] {
  const parts = /["(){}\u201c\u201e]/.test(typed) ? [typed] : typed.split(/[,;\n]/)
  return parts
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .flatMap((part) => (part === '' ? [] : [asPiece(part)]))
}

function asPiece(text: string): string {
  if (operator.test(text)) return `"${text}"`
  const field = /^(\p{L}+):(\S.*\s.*)$/u.exec(text)
  if (field && !written.test(text)) return `${field[1]}:"${field[2]}"`
  if (written.test(text) || !text.includes(' ')) return text
  return /[*?]/.test(text) ? text.replaceAll(' ', '-') : `"${text}"`
}
