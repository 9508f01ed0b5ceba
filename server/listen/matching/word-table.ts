import { cut, cutSize } from './cut-words.ts'
import type { CutWords } from './cut-words.ts'
import { hashWord } from './word-hash.ts'

/**
 * Words by number, from 1, found by their hash and then compared letter by letter: two words of one hash are never taken
 * for each other.
 */
export interface WordTable {
  /** Open addressing; two numbers a slot: the word's number, 0 where free, and its hash. */
  slots: Int32Array
  filled: number
  /** The words' UTF-16 units, one word behind the other. */
  units: Uint16Array
  unitsEnd: number
  /**
   * By number, `rowSize` of them each: where its units begin, how many there are, and what the table's owner knows of the
   * word. All of it side by side, since it is wanted together.
   */
  rows: Int32Array
  /** The next free number. */
  size: number
}

export const rowSize = 8
/** The first of a row that is the owner's. */
export const firstOwn = 2

export function makeWordTable(): WordTable {
  return {
    slots: new Int32Array(32),
    filled: 0,
    units: new Uint16Array(64),
    unitsEnd: 0,
    rows: new Int32Array(8 * rowSize),
    size: 1,
  }
}

/** A word written out: where in `units` it begins, how many of them it has, and their hash. */
export interface Spelled {
  units: Uint16Array
  from: number
  length: number
  hash: number
}

/** The number of a word; 0 when it is not there. */
export function findSpelled(table: WordTable, word: Spelled): number {
  const { slots } = table
  const mask = slots.length - 1
  for (let slot = (word.hash << 1) & mask; ; slot = (slot + 2) & mask) {
    const number = slots[slot]!
    if (number === 0) return 0
    if (slots[slot + 1] === word.hash && isSame(table, number, word)) return number
  }
}

function isSame({ rows, units: known }: WordTable, number: number, { units, from, length }: Spelled): boolean {
  if (rows[number * rowSize + 1] !== length) return false
  const first = rows[number * rowSize]!
  for (let index = 0; index < length; index++) if (known[first + index] !== units[from + index]) return false
  return true
}

/**
 * Reads what looking some words up will read, so that it is near by then: what is far in memory comes for many words at
 * once, where each look-up would wait for its own. Gives a number without meaning.
 */
export function bringNear({ slots, rows, units }: WordTable, { items, count }: CutWords): number {
  const mask = slots.length - 1
  const end = count * cutSize
  let read = 0
  for (let at = cut.hash; at < end; at += cutSize) read ^= slots[(items[at]! << 1) & mask]!
  for (let at = cut.hash; at < end; at += cutSize) read ^= rows[slots[(items[at]! << 1) & mask]! * rowSize]!
  for (let at = cut.hash; at < end; at += cutSize) read ^= units[rows[slots[(items[at]! << 1) & mask]! * rowSize]!]!
  return read
}

const scratch: Spelled = { units: new Uint16Array(256), from: 0, length: 0, hash: 0 }

/** As `findSpelled`, for a word as a string. */
export function findWord(table: WordTable, word: string): number {
  return findSpelled(table, spell(word))
}

/** Writes a word out; good until the next is. */
function spell(word: string): Spelled {
  if (word.length > scratch.units.length) scratch.units = new Uint16Array(word.length * 2)
  for (let index = 0; index < word.length; index++) scratch.units[index] = word.charCodeAt(index)
  scratch.length = word.length
  scratch.hash = hashWord(word)
  return scratch
}

/** The number of a word, made when it is new. */
export function numberOfWord(table: WordTable, word: string): number {
  const spelled = spell(word)
  const known = findSpelled(table, spelled)
  if (known !== 0) return known
  const number = takeNumber(table)
  const from = table.unitsEnd
  while (from + word.length > table.units.length) table.units = widened(table.units)
  table.units.set(spelled.units.subarray(0, word.length), from)
  table.unitsEnd += word.length
  table.rows[number * rowSize] = from
  table.rows[number * rowSize + 1] = word.length
  addSlot(table, number, spelled.hash)
  return number
}

/** Takes a number that has no word. */
export function takeNumber(table: WordTable): number {
  const number = table.size++
  if (table.size * rowSize > table.rows.length) {
    const wider = new Int32Array(table.rows.length * 2)
    wider.set(table.rows)
    table.rows = wider
  }
  table.rows[number * rowSize + 1] = -1
  return number
}

/** The word of a number; '' when it has none. */
export function wordOf({ units, rows }: WordTable, number: number): string {
  const from = rows[number * rowSize]!
  let word = ''
  for (let at = from; at < from + rows[number * rowSize + 1]!; at++) word += String.fromCharCode(units[at]!)
  return word
}

function addSlot(table: WordTable, number: number, hash: number): void {
  if (++table.filled * 4 > table.slots.length) {
    const { slots } = table
    table.slots = new Int32Array(slots.length * 2)
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot] !== 0) place(table.slots, slots[slot]!, slots[slot + 1]!)
    }
  }
  place(table.slots, number, hash)
}

function place(slots: Int32Array, number: number, hash: number): void {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot] !== 0) slot = (slot + 2) & mask
  slots[slot] = number
  slots[slot + 1] = hash
}

function widened(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(units.length * 2)
  wider.set(units)
  return wider
}
