import { characterClass, classOf, isWordCharacter } from '../../lib/character-class.ts'
import { hasSigil, lowerCase, runEnd, wordEnd } from '../../lib/tokenize.ts'
import type { MatchablePost } from '../../model/match.ts'
import type { Vocabulary } from './compile-query.ts'
import { fields, leafFlags, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import { makeNumberList, push } from './number-list.ts'
import type { NumberList } from './number-list.ts'
import { conditionsOf } from './post-conditions.ts'
import { findStep } from './step-table.ts'
import { gapBetweenParts } from './view-post.ts'
import { wildcardsOf, wildcardsOfLeaf } from './wildcard-table.ts'
import { hashUnit, hashWord, noHash } from './word-hash.ts'
import { findSpelled, findWord } from './word-table.ts'
import type { Spelled } from './word-table.ts'

/** The state of going over one post. Used again for every post, so that nothing is made anew. */
export interface Scan {
  vocabulary: Vocabulary
  table: LeafTable
  post: MatchablePost
  /** `undefined`: not asked yet. '': asked, and it could not be told. */
  language: string | undefined
  /** The leaves of the post, in the order in which they were found, and a bit for each. */
  found: NumberList
  bits: Int32Array
  position: number
  /** How far phrases have come, at which position, and how far they have come at the present one. */
  states: NumberList
  nextStates: NumberList
  statesAt: number
  /** Places of positional leaves: first position, position behind the last, and the next place of the same leaf. */
  firstPlace: Int32Array
  placeStart: NumberList
  placeEnd: NumberList
  nextPlace: NumberList
  /** The present word, lower-cased. */
  word: Spelled
}

const nothing: MatchablePost = { text: '' }

export function makeScan(vocabulary: Vocabulary): Scan {
  return {
    vocabulary,
    table: vocabulary.table,
    post: nothing,
    language: undefined,
    found: makeNumberList(),
    bits: new Int32Array(1),
    position: 0,
    states: makeNumberList(),
    nextStates: makeNumberList(),
    statesAt: 0,
    firstPlace: new Int32Array(16),
    placeStart: makeNumberList(),
    placeEnd: makeNumberList(),
    nextPlace: makeNumberList(),
    word: { units: new Uint16Array(512), length: 0, hash: 0 },
  }
}

/** Goes over a post once and notes every leaf in it. */
export function scanPost(scan: Scan, post: MatchablePost, language: string | undefined): void {
  startOver(scan)
  scan.post = post
  scan.language = language
  if (post.title !== undefined) {
    scanPart(scan, post.title)
    if (scan.table.titles.size > 0) noteTitle(scan)
  }
  scanPart(scan, post.text)
  if (post.mediaDescriptions) for (const text of post.mediaDescriptions) scanPart(scan, text)
  if (scan.table.conditionCount > 0) {
    for (const condition of conditionsOf(post)) {
      const leaf = findWord(scan.table.words, condition)
      if (leaf !== 0) note(scan, leaf, 0)
    }
  }
}

function startOver(scan: Scan): void {
  const { items, count } = scan.found
  for (let index = 0; index < count; index++) scan.bits[items[index]! >> 5] = 0
  scan.found.count = 0
  scan.position = 0
  // Place 0 stands for none.
  scan.placeStart.count = 1
  scan.placeEnd.count = 1
  scan.nextPlace.count = 1
  const { size } = scan.table.words
  if (size >= scan.firstPlace.length) {
    scan.firstPlace = new Int32Array(size * 2)
    scan.bits = new Int32Array(((size * 2) >> 5) + 1)
  }
}

/** What stands in the title stands for its leaves in the title, with its places so far. */
function noteTitle(scan: Scan): void {
  const { found, table } = scan
  for (let index = 0, { count } = found; index < count; index++) {
    const leaf = found.items[index]!
    if ((table.words.rows[rowOf(leaf) + fields.flags]! & leafFlags.hasTitle) === 0) continue
    const inTitle = table.titles.get(leaf)!
    note(scan, inTitle, 0)
    scan.firstPlace[inTitle] = scan.firstPlace[leaf]!
  }
}

function scanPart(scan: Scan, text: string): void {
  if (text === '') return
  scan.states.count = 0
  if (text.length >= scan.word.units.length) scan.word.units = new Uint16Array(text.length * 2)
  scanText(scan, text)
  scan.position += gapBetweenParts
}

/** For ASCII alone: letters, digits and `_` in lower case; 0 for the rest. */
const wordUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  isWordCharacter(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : 0,
)

function scanText(scan: Scan, text: string): void {
  const { word } = scan
  const { units } = word
  const end = text.length
  let at = 0
  while (at < end) {
    let unit = text.charCodeAt(at)
    let lower = unit < 128 ? wordUnits[unit]! : 0
    if (lower === 0) {
      at = unit < 128 ? at + 1 : scanSlowly(scan, text, at)
      continue
    }
    const start = at
    let hash = noHash
    do {
      units[at - start] = lower
      hash = hashUnit(hash, lower)
      unit = ++at < end ? text.charCodeAt(at) : 0
      lower = unit < 128 ? wordUnits[unit]! : 0
    } while (lower !== 0)
    if (unit > 127 && isWordCharacter(text.codePointAt(at)!)) at = scanSlowly(scan, text, start)
    else {
      word.length = at - start
      word.hash = hash
      takeWord(scan, text, start, at)
    }
  }
}

/** A word with a character beyond ASCII, an emoji, or what is none; gives where to go on. */
function scanSlowly(scan: Scan, text: string, at: number): number {
  const codePoint = text.codePointAt(at)!
  const kind = classOf(codePoint)
  const next = at + (codePoint > 0xffff ? 2 : 1)
  if (kind === characterClass.separator || kind === characterClass.mark) return next
  const end = kind === characterClass.emoji ? next : wordEnd(text, next, kind === characterClass.wordStart)
  spell(scan, lowerCase(text.slice(at, end)))
  takeWord(scan, text, at, end)
  return end
}

/** Makes a lower-cased word the present one. */
function spell({ word }: Scan, written: string): void {
  for (let index = 0; index < written.length; index++) word.units[index] = written.charCodeAt(index)
  word.length = written.length
  word.hash = hashWord(written)
}

/** The present word stands at a place of the text: notes it, what it fits, and its form with a sign. */
function takeWord(scan: Scan, text: string, start: number, end: number): void {
  const leaf = noteUnits(scan)
  if (leaf !== 0 && (flagsOf(scan, leaf) & leafFlags.hasExact) !== 0) noteExact(scan, text.slice(start, end))
  const sign = start > 0 ? text.charCodeAt(start - 1) : 0
  if (sign === hashSign || sign === atSign) takeSigil(scan, text, start, end)
  if (scan.nextStates.count > 0) turnStates(scan)
  scan.position++
}

const hashSign = 35
const atSign = 64

/** The form with a sign, at the same position; it goes on to the end of the letters also where each is a word. */
function takeSigil(scan: Scan, text: string, start: number, end: number): void {
  const isEmoji = classOf(text.codePointAt(start)!) === characterClass.emoji
  if (isEmoji || !hasSigil(text, start)) return
  const whole = runEnd(text, end)
  if (whole > end) spell(scan, lowerCase(text.slice(start - 1, whole)))
  else putBefore(scan.word, text.charCodeAt(start - 1))
  const leaf = noteUnits(scan)
  if (leaf !== 0 && (flagsOf(scan, leaf) & leafFlags.hasExact) !== 0) noteExact(scan, text.slice(start - 1, whole))
}

function putBefore(word: Spelled, sign: number): void {
  const { units } = word
  let hash = hashUnit(noHash, sign)
  let before = sign
  for (let index = 0; index < word.length; index++) {
    const unit = units[index]!
    hash = hashUnit(hash, unit)
    units[index] = before
    before = unit
  }
  units[word.length++] = before
  word.hash = hash
}

/** Notes the present word and the wildcards it fits; gives its leaf. */
function noteUnits(scan: Scan): number {
  const { table, word } = scan
  const leaf = findSpelled(table.words, word)
  if (leaf !== 0) {
    note(scan, leaf, 1)
    if (table.wildcards.fitsNone[leaf] === 1) return leaf
  }
  const fitting = leaf === 0 ? wildcardsOf(table.wildcards, word) : wildcardsOfLeaf(table.wildcards, leaf, word)
  for (let index = 0; index < fitting.length; index++) note(scan, fitting[index]!, 1)
  return leaf
}

function noteExact(scan: Scan, written: string): void {
  const leaf = findWord(scan.table.words, `{${written}`)
  if (leaf !== 0) note(scan, leaf, 1)
}

/** Phrases begin with a leaf, or go on with it from where they had come at the word before. */
function stepOver(scan: Scan, leaf: number, flags: number): void {
  const { table, states } = scan
  if ((flags & leafFlags.begins) !== 0) push(scan.nextStates, table.words.rows[rowOf(leaf) + fields.begins]!)
  if ((flags & leafFlags.continues) === 0 || scan.statesAt !== scan.position - 1) return
  for (let index = 0; index < states.count; index++) {
    const next = findStep(table.steps, states.items[index]!, leaf)
    if (next === 0) continue
    push(scan.nextStates, next)
    const phrase = table.steps.phrase[next]!
    if (phrase !== 0) note(scan, phrase, table.steps.length[next]!)
  }
}

/** What the present word brought is what the next goes on from. */
function turnStates(scan: Scan): void {
  const { states } = scan
  states.count = 0
  scan.states = scan.nextStates
  scan.nextStates = states
  scan.statesAt = scan.position
}

/** A leaf is in the post; `length` words end at the present position, 0 for what has no place. */
function note(scan: Scan, leaf: number, length: number): void {
  const { bits } = scan
  const flags = flagsOf(scan, leaf)
  const bit = 1 << (leaf & 31)
  if ((bits[leaf >> 5]! & bit) === 0) {
    bits[leaf >> 5]! |= bit
    push(scan.found, leaf)
    if ((flags & leafFlags.positional) !== 0) scan.firstPlace[leaf] = 0
  }
  if (flags === 0 || length === 0) return
  if ((flags & steppedOver) !== 0) stepOver(scan, leaf, flags)
  if ((flags & leafFlags.positional) !== 0) notePlace(scan, leaf, length)
}

function flagsOf({ table }: Scan, leaf: number): number {
  return table.words.rows[rowOf(leaf) + fields.flags]!
}

const steppedOver = leafFlags.begins | leafFlags.continues

function notePlace(scan: Scan, leaf: number, length: number): void {
  const place = scan.placeStart.count
  push(scan.placeStart, scan.position - length + 1)
  push(scan.placeEnd, scan.position + 1)
  push(scan.nextPlace, scan.firstPlace[leaf]!)
  scan.firstPlace[leaf] = place
}
