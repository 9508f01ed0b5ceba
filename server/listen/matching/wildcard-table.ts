import { fitsWildcard, wildcardPrefix } from '../../lib/wildcard.ts'
import { hashUnit, hashWord, noHash } from './word-hash.ts'
import type { Spelled, WordTable } from './word-table.ts'
import { findSpelled, makeWordTable, numberOfWord, wordOf } from './word-table.ts'

interface Wildcard {
  leaf: number
  pattern: string
  /** A beginning and nothing more: `ship*`. */
  isPlain: boolean
}

/** The wildcards by what they begin with. */
export interface WildcardTable {
  prefixes: WordTable
  /** By number of the beginning. */
  byPrefix: Wildcard[][]
  /** A bit for the hash of each beginning, so that most words are seen at once to fit none. */
  bits: Int32Array
  /** The same for the first letters of each, `startLength` of them; and whether some are shorter. */
  starts: Int32Array
  hasShort: boolean
  /** A bit for each length that beginnings have, those of 31 and more letters together; and the longest. */
  lengths: number
  longest: number
  /** For words of the index, as far as they were asked: the wildcards they fit, and 1 by word where there are none. */
  known: Map<number, readonly number[]>
  fitsNone: Uint8Array
  isAsked: boolean
}

/** The fewer of the bits are set, the fewer words are looked up in vain. */
const bitsOfEach = 32
const noBits = new Int32Array(0)

export function makeWildcardTable(): WildcardTable {
  return {
    prefixes: makeWordTable(),
    byPrefix: [[]],
    bits: noBits,
    starts: noBits,
    hasShort: false,
    lengths: 0,
    longest: 0,
    known: new Map(),
    fitsNone: new Uint8Array(16),
    isAsked: false,
  }
}

export function addWildcard(table: WildcardTable, leaf: number, pattern: string): void {
  const prefix = wildcardPrefix(pattern)
  const number = numberOfWord(table.prefixes, prefix)
  const same = (table.byPrefix[number] ??= [])
  same.push({ leaf, pattern, isPlain: pattern === `${prefix}*` })
  table.longest = Math.max(table.longest, prefix.length)
  table.lengths |= 1 << Math.min(prefix.length, 31)
  if (table.prefixes.size * bitsOfEach > table.bits.length * 32) widenBits(table)
  else setBit(table.bits, hashWord(prefix))
  addStart(table, prefix)
  if (!table.isAsked) return
  table.isAsked = false
  table.known.clear()
  table.fitsNone.fill(0)
}

const startLength = 3
const startBits = 1 << 15

function addStart(table: WildcardTable, prefix: string): void {
  if (prefix.length < startLength) table.hasShort = true
  if (table.starts === noBits) table.starts = new Int32Array(startBits >> 5)
  setBit(table.starts, hashWord(prefix.slice(0, startLength)))
}

/** Whether some wildcard may begin as a word does. */
function mayFit({ starts, hasShort }: WildcardTable, { units, length }: Spelled): boolean {
  if (hasShort) return true
  if (length < startLength || starts === noBits) return false
  let hash = noHash
  for (let index = 0; index < startLength; index++) hash = hashUnit(hash, units[index]!)
  return (starts[(hash >>> 5) & (starts.length - 1)]! & (1 << (hash & 31))) !== 0
}

function widenBits(table: WildcardTable): void {
  table.bits = new Int32Array(Math.max(64, table.bits.length * 2))
  for (let number = 1; number < table.prefixes.size; number++)
    setBit(table.bits, hashWord(wordOf(table.prefixes, number)))
}

function setBit(bits: Int32Array, hash: number): void {
  bits[(hash >>> 5) & (bits.length - 1)]! |= 1 << (hash & 31)
}

const none: readonly number[] = []

const beginning: Spelled = { units: new Uint16Array(0), length: 0, hash: 0 }

/** The leaves of the wildcards that fit a word. */
export function wildcardsOf(table: WildcardTable, word: Spelled): readonly number[] {
  if (!mayFit(table, word)) return none
  const { bits, lengths } = table
  let fitting: number[] | undefined
  let hash = noHash
  const last = Math.min(word.length, table.longest)
  for (let length = 0; ; length++) {
    const isLength = (lengths & (1 << Math.min(length, 31))) !== 0
    if (isLength && (bits[(hash >>> 5) & (bits.length - 1)]! & (1 << (hash & 31))) !== 0) {
      beginning.units = word.units
      beginning.length = length
      beginning.hash = hash
      for (const wildcard of table.byPrefix[findSpelled(table.prefixes, beginning)]!) {
        if (fits(wildcard, word)) (fitting ??= []).push(wildcard.leaf)
      }
    }
    if (length === last) return fitting ?? none
    hash = hashUnit(hash, word.units[length]!)
  }
}

function fits({ isPlain, pattern }: Wildcard, { units, length }: Spelled): boolean {
  return isPlain || fitsWildcard(pattern, String.fromCharCode(...units.subarray(0, length)))
}

/** As `wildcardsOf`, for a word of the index: looked up once and kept. */
export function wildcardsOfLeaf(table: WildcardTable, leaf: number, word: Spelled): readonly number[] {
  const known = table.known.get(leaf)
  if (known !== undefined) return known
  const fitting = wildcardsOf(table, word)
  table.isAsked = true
  if (fitting.length > 0) table.known.set(leaf, fitting)
  else {
    if (leaf >= table.fitsNone.length) table.fitsNone = widened(table.fitsNone, leaf * 2)
    table.fitsNone[leaf] = 1
  }
  return fitting
}

function widened(array: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(size)
  wider.set(array)
  return wider
}
