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
  /** By word of the index, as far as it was asked: `notAsked`, or where in `lists` the wildcards are that it fits. */
  known: Int32Array
  lists: (readonly number[])[]
  isAsked: boolean
}

const none: readonly number[] = []
/** What `known` says of a word that was not asked, and of one that fits no wildcard. */
export const notAsked = 0
export const fitsNone = 1

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
    known: new Int32Array(16),
    lists: [none, none],
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
  table.known.fill(notAsked)
  table.lists.length = 2
}

const startLength = 3
const startBits = 1 << 15

function addStart(table: WildcardTable, prefix: string): void {
  if (prefix.length < startLength) table.hasShort = true
  if (table.starts === noBits) table.starts = new Int32Array(startBits >> 5)
  setBit(table.starts, hashWord(prefix.slice(0, startLength)))
}

/** Whether some wildcard may begin as a word does. */
function mayFit({ starts, hasShort }: WildcardTable, { units, from, length }: Spelled): boolean {
  if (hasShort) return true
  if (length < startLength || starts === noBits) return false
  let hash = noHash
  for (let index = 0; index < startLength; index++) hash = hashUnit(hash, units[from + index]!)
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

const beginning: Spelled = { units: new Uint16Array(0), from: 0, length: 0, hash: 0 }

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
      beginning.from = word.from
      beginning.length = length
      beginning.hash = hash
      for (const wildcard of table.byPrefix[findSpelled(table.prefixes, beginning)]!) {
        if (fits(wildcard, word)) (fitting ??= []).push(wildcard.leaf)
      }
    }
    if (length === last) return fitting ?? none
    hash = hashUnit(hash, word.units[word.from + length]!)
  }
}

function fits({ isPlain, pattern }: Wildcard, { units, from, length }: Spelled): boolean {
  return isPlain || fitsWildcard(pattern, String.fromCharCode(...units.subarray(from, from + length)))
}

/** As `wildcardsOf`, for a word of the index: looked up once and kept. */
export function wildcardsOfLeaf(table: WildcardTable, leaf: number, word: Spelled): readonly number[] {
  const known = leaf < table.known.length ? table.known[leaf]! : notAsked
  if (known !== notAsked) return table.lists[known]!
  const fitting = wildcardsOf(table, word)
  table.isAsked = true
  if (leaf >= table.known.length) table.known = widened(table.known, leaf * 2)
  table.known[leaf] = fitting.length === 0 ? fitsNone : table.lists.push(fitting) - 1
  return fitting
}

function widened(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size)
  wider.set(array)
  return wider
}
