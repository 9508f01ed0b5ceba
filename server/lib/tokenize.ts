import { characterClass, classOf, isWordCharacter } from './character-class.ts'

/**
 * The words of a text in order, as parallel lists: one entry for each position. Offsets are UTF-16 units, ends exclusive.
 * What a word is stands in the listening language: runs of letters, marks and numbers; one emoji; one character of a
 * script written without spaces.
 */
export interface Words {
  /** Lower-cased. */
  words: string[]
  starts: number[]
  ends: number[]
  /** The `#tag` or `@handle` form at the same position, lower-cased; '' where there is none. It begins one unit earlier. */
  sigils: string[]
  /** Where the form with the sign ends: later than the word in scripts written without spaces. */
  sigilEnds: number[]
}

/** Cuts a text into words. */
export function tokenize(text: string): Words {
  const found: Words = { words: [], starts: [], ends: [], sigils: [], sigilEnds: [] }
  let at = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    const kind = classOf(codePoint)
    const next = at + (codePoint > 0xffff ? 2 : 1)
    if (kind === characterClass.separator || kind === characterClass.mark) {
      at = next
      continue
    }
    const end = kind === characterClass.emoji ? next : wordEnd(text, next, kind === characterClass.wordStart)
    found.words.push(lowerCase(text.slice(at, end)))
    found.starts.push(at)
    found.ends.push(end)
    const sigilEnd = kind !== characterClass.emoji && hasSigil(text, at) ? runEnd(text, end) : 0
    found.sigils.push(sigilEnd === 0 ? '' : lowerCase(text.slice(at - 1, sigilEnd)))
    found.sigilEnds.push(sigilEnd)
    at = end
  }
  return found
}

/** Lower-cases code point by code point: no rule for a final sigma, and the dotted capital I becomes `i`. */
export function lowerCase(text: string): string {
  if (!/[\u0130\u03a3]/.test(text)) return text.toLowerCase()
  let lower = ''
  for (const character of text) lower += character === '\u0130' ? 'i' : character.toLowerCase()
  return lower
}

/** Whether a word is one character of a script written without spaces (with its marks). */
export function standsAlone(word: string): boolean {
  return classOf(word.codePointAt(0) ?? 0) === characterClass.alone
}

export function wordEnd(text: string, from: number, takesLetters: boolean): number {
  let at = from
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    const kind = classOf(codePoint)
    if (kind !== characterClass.mark && !(takesLetters && kind === characterClass.wordStart)) break
    at += codePoint > 0xffff ? 2 : 1
  }
  return at
}

export function runEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    if (!isWordCharacter(codePoint)) break
    at += codePoint > 0xffff ? 2 : 1
  }
  return at
}

export function hasSigil(text: string, at: number): boolean {
  const sign = text[at - 1]
  if (sign !== '#' && sign !== '@') return false
  return at < 2 || !isWordCharacter(codePointBefore(text, at - 1))
}

function codePointBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && at >= 2 && (text.charCodeAt(at - 2) & 0xfc00) === 0xd800
  return isPair ? text.codePointAt(at - 2)! : low
}
