import { characterClass, classOf, isWordCharacter } from '../../../lib/character-class.ts'
import { wordFlag } from '../word-flag.ts'
import { foldWord } from './fold-word.ts'
import type { Taken } from './taken.ts'

const address = /(?:https?:\/\/|www\.)\S*|https?(?![\p{L}\p{N}])|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\/\S*/iuy
const mailAddress = /@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}/y
const number = /\d+(?:[.,:/-]\d+){0,6}%?(?![\p{L}\p{N}_])/uy

/** A word, an address or a number, at a place where a letter or number stands. */
export function takeWord(text: string, at: number): Taken {
  const code = text.codePointAt(at)!
  if (classOf(code) === characterClass.alone) return aloneAt(text, at, code)
  if (code >= 48 && code <= 57) {
    const end = endOf(number, text, at)
    if (end > at) return { word: '0', end, flags: wordFlag.number | (isMoney(text, at, end) ? wordFlag.money : 0) }
  }
  const end = wordEnd(text, at)
  if (mayBeAddress(text, at, end)) {
    const addressEnd = endOf(address, text, at)
    if (addressEnd > at) return { word: 'http', end: addressEnd, flags: wordFlag.link }
    if (text[end] === '@') {
      const mailEnd = endOf(mailAddress, text, end)
      if (mailEnd > end) return { word: '@mail', end: mailEnd, flags: wordFlag.link }
    }
  }
  return { ...foldWord(text.slice(at, end)), end }
}

/** One letter of a script written without spaces, with its marks. */
function aloneAt(text: string, at: number, code: number): Taken {
  let end = at + (code > 0xffff ? 2 : 1)
  while (end < text.length && classOf(text.codePointAt(end)!) === characterClass.mark) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1
  }
  return { ...foldWord(text.slice(at, end)), end }
}

const apostrophes = new Set("'’‘`´")

/** Letters that cannot be seen: joiners, soft hyphens, marks of direction. They neither end a word nor belong to it. */
function isUnseen(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0xad || code === 0x2060 || code === 0xfeff
}

function wordEnd(text: string, from: number): number {
  let at = from
  let end = from
  while (at < text.length) {
    const code = text.codePointAt(at)!
    const next = at + (code > 0xffff ? 2 : 1)
    if (isWordCharacter(code) && classOf(code) !== characterClass.alone && code !== 95) end = next
    // An apostrophe or stars belong to the word when more of it follows; what cannot be seen is passed over.
    else if (!isUnseen(code) && text[at] !== '*' && !(at === end && apostrophes.has(text[at]!))) break
    at = next
  }
  return Math.max(end, from + 1)
}

function mayBeAddress(text: string, at: number, end: number): boolean {
  const next = text[end]
  return next === '.' || next === '@' || next === ':' || (next !== "'" && /^https?$/i.test(text.slice(at, end)))
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

const currencies = new Set('$€£¥₹₽₺₩')

function isMoney(text: string, at: number, end: number): boolean {
  return currencies.has(text[at - 1]!) || currencies.has(text[end]!) || currencies.has(text[end + 1]!)
}
