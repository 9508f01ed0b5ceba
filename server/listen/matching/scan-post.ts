import type { MatchablePost } from '../../model/match.ts'
import type { Vocabulary } from './compile-query.ts'
import { cut, cutSize, cutWords, makeCutWords } from './cut-words.ts'
import type { CutWords } from './cut-words.ts'
import { fields, leafFlags, rowOf } from './leaf-table.ts'
import type { LeafTable } from './leaf-table.ts'
import { makeNumberList, push } from './number-list.ts'
import type { NumberList } from './number-list.ts'
import { conditionsOf } from './post-conditions.ts'
import { findStep } from './step-table.ts'
import { gapBetweenParts } from './view-post.ts'
import { wildcardsOf, wildcardsOfLeaf } from './wildcard-table.ts'
import { bringNear, findSpelled, findWord } from './word-table.ts'
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
  /** The words of the present part, and the present one of them. */
  words: CutWords
  word: Spelled
  /** Made of what was read ahead, so that reading it is not left out. */
  ahead: number
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
    words: makeCutWords(),
    word: { units: new Uint16Array(0), from: 0, length: 0, hash: 0 },
    ahead: 0,
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
  cutWords(scan.words, text)
  scan.ahead = bringNear(scan.table.words, scan.words)
  scan.word.units = scan.words.units
  takeWords(scan, text)
  scan.position += gapBetweenParts
}

/** Notes each word, what it fits, and its form with a sign. */
function takeWords(scan: Scan, text: string): void {
  const { word } = scan
  const { items, count } = scan.words
  const end = count * cutSize
  for (let at = 0; at < end; at += cutSize) {
    word.from = items[at + cut.from]!
    word.length = items[at + cut.length]!
    word.hash = items[at + cut.hash]!
    const leaf = noteUnits(scan)
    if (leaf !== 0 && (flagsOf(scan, leaf) & leafFlags.hasExact) !== 0)
      noteExact(scan, text.slice(items[at + cut.start], items[at + cut.end]))
    if (at + cutSize < end && items[at + cutSize + cut.isSigil] === 1) continue
    if (scan.nextStates.count > 0) turnStates(scan)
    scan.position++
  }
}

/** Notes the present word and the wildcards it fits; gives its leaf. */
function noteUnits(scan: Scan): number {
  const { table, word } = scan
  const leaf = findSpelled(table.words, word)
  if (leaf !== 0) {
    note(scan, leaf, 1)
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
