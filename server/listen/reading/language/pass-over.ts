import { classOf, silent } from './letter-table.ts'

const ampersand = 0x26
const at = 0x40
const dot = 0x2e
const semicolon = 0x3b

const isBlank = (unit: number) => unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x3000
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39

/** Where to go on from a sign that begins no word: behind it, and behind the mention or the entity that it begins. */
export function passOver(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from)
  if (unit === at) return passHandle(text, from + 1, end)
  if (unit === ampersand) return passEntity(text, from + 1, end)
  return from + 1
}

/** Where to go on when the word just cut is no word but a link, an address or the mark of a repost; else `undefined`. */
export function passWord(text: string, from: number, after: number, end: number): number | undefined {
  const next = after < end ? text.charCodeAt(after) : 0
  if (next === at && after + 1 < end && classOf(text.charCodeAt(after + 1)) > silent) return toBlank(text, after, end)
  const length = after - from
  if (length > 5) return undefined
  const word = text.slice(from, after).toLowerCase()
  if (word === 'http' || word === 'https') return toBlank(text, after, end)
  if (word === 'www' && next === dot) return toBlank(text, after, end)
  if (word === 'rt' && text.charCodeAt(after + 1) === at) return after
  return undefined
}

function toBlank(text: string, from: number, end: number): number {
  let place = from
  while (place < end && !isBlank(text.charCodeAt(place))) place += 1
  return place
}

function passHandle(text: string, from: number, end: number): number {
  let place = from
  for (; place < end; place += 1) {
    const unit = text.charCodeAt(place)
    // Letters and digits, and _ . - within a name.
    if (classOf(unit) < silent && !isDigit(unit) && unit !== 0x5f && unit !== dot && unit !== 0x2d) break
  }
  return place
}

const longestEntity = 10

function passEntity(text: string, from: number, end: number): number {
  const last = Math.min(end, from + longestEntity)
  for (let place = from; place < last; place += 1) {
    const unit = text.charCodeAt(place)
    if (unit === semicolon) return place + 1
    if (classOf(unit) <= silent && !isDigit(unit) && unit !== 0x23) break
  }
  return from
}
