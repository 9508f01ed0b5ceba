import { characterClass, classOf, isWordCharacter } from '../../lib/character-class.ts'
import { hasSigil, lowerCase, runEnd, wordEnd } from '../../lib/tokenize.ts'
import { hashUnit, noHash } from './word-hash.ts'

/**
 * The words of a text, lower-cased, with their hashes: cut before any is looked up, so that the look-ups of a text do not
 * wait for each other. Used again for every text.
 */
export interface CutWords {
  /** The words' UTF-16 units, one word behind the other. */
  units: Uint16Array
  unitsEnd: number
  /** `cutSize` numbers a word, `cut`. */
  items: Int32Array
  count: number
}

export const cutSize = 6
/** Where its units begin, how many there are, their hash; its place in the text; 1 for the form with a sign of the word before. */
export const cut = { from: 0, length: 1, hash: 2, start: 3, end: 4, isSigil: 5 } as const

export function makeCutWords(): CutWords {
  return { units: new Uint16Array(1024), unitsEnd: 0, items: new Int32Array(64 * cutSize), count: 0 }
}

/** For ASCII alone: letters, digits and `_` in lower case; 0 for the rest. */
const wordUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  isWordCharacter(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : 0,
)

/** Cuts a text into words as `tokenize` does. */
export function cutWords(words: CutWords, text: string): void {
  words.count = 0
  words.unitsEnd = 0
  // Each word at most twice: with a sign as well.
  if (text.length * 3 > words.units.length) words.units = new Uint16Array(text.length * 4)
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit > 127) at = cutSlowly(words, text, at)
    else if (wordUnits[unit] === 0) at++
    else at = cutPlainly(words, text, at)
  }
}

/** A word that begins with ASCII; gives where to go on. */
function cutPlainly(words: CutWords, text: string, start: number): number {
  const { units, unitsEnd: from } = words
  const end = text.length
  let at = start
  let to = from
  let hash = noHash
  let unit = text.charCodeAt(at)
  let lower = wordUnits[unit]!
  do {
    units[to++] = lower
    hash = hashUnit(hash, lower)
    unit = ++at < end ? text.charCodeAt(at) : 0
    lower = unit < 128 ? wordUnits[unit]! : 0
  } while (lower !== 0)
  if (unit > 127 && isWordCharacter(text.codePointAt(at)!)) return cutSlowly(words, text, start)
  words.unitsEnd = to
  add(words, hash, { from, start, end: at, isSigil: 0 })
  const sign = start > 0 ? text.charCodeAt(start - 1) : 0
  if (sign === hashSign || sign === atSign) addSigil(words, text, start, at)
  return at
}

const hashSign = 35
const atSign = 64

/** A word with a character beyond ASCII, an emoji, or what is none; gives where to go on. */
function cutSlowly(words: CutWords, text: string, at: number): number {
  const codePoint = text.codePointAt(at)!
  const kind = classOf(codePoint)
  const next = at + (codePoint > 0xffff ? 2 : 1)
  if (kind === characterClass.separator || kind === characterClass.mark) return next
  const end = kind === characterClass.emoji ? next : wordEnd(text, next, kind === characterClass.wordStart)
  spell(words, lowerCase(text.slice(at, end)), { start: at, end, isSigil: 0 })
  if (kind !== characterClass.emoji) addSigil(words, text, at, end)
  return end
}

/** The form with a sign, at the same position; it goes on to the end of the letters also where each is a word. */
function addSigil(words: CutWords, text: string, start: number, end: number): void {
  if (!hasSigil(text, start)) return
  const whole = runEnd(text, end)
  spell(words, lowerCase(text.slice(start - 1, whole)), { start: start - 1, end: whole, isSigil: 1 })
}

interface Place {
  start: number
  end: number
  isSigil: number
}

function spell(words: CutWords, written: string, { start, end, isSigil }: Place): void {
  const { units, unitsEnd: from } = words
  let hash = noHash
  for (let index = 0; index < written.length; index++) {
    const unit = written.charCodeAt(index)
    units[from + index] = unit
    hash = hashUnit(hash, unit)
  }
  words.unitsEnd += written.length
  add(words, hash, { from, start, end, isSigil })
}

function add(words: CutWords, hash: number, { from, start, end, isSigil }: Place & { from: number }): void {
  const at = words.count * cutSize
  if (at === words.items.length) widen(words)
  const { items } = words
  items[at + cut.from] = from
  items[at + cut.length] = words.unitsEnd - from
  items[at + cut.hash] = hash
  items[at + cut.start] = start
  items[at + cut.end] = end
  items[at + cut.isSigil] = isSigil
  words.count++
}

function widen(words: CutWords): void {
  const wider = new Int32Array(words.items.length * 2)
  wider.set(words.items)
  words.items = wider
}
