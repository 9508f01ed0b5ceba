import { lowerCase } from '../../lib/tokenize.ts'
import { isWildcard } from '../../model/query.ts'
import type { StepTable } from './step-table.ts'
import { leavesTo, makeStepTable, stepTo } from './step-table.ts'
import type { WildcardTable } from './wildcard-table.ts'
import { addWildcard, makeWildcardTable } from './wildcard-table.ts'
import type { WordTable } from './word-table.ts'
import { firstOwn, makeWordTable, numberOfWord, rowSize, takeNumber, wordOf } from './word-table.ts'

/**
 * Everything that queries ask of a post, once each, as a number: a leaf. Scanning a post gives the set of its leaves.
 * A leaf is a word (`acme`, `#sale`, one emoji), a wildcard (`colo?r`), a word in exact case (`{Acme`), a condition
 * (`type:review`), a phrase of such leaves, or one of all these in the title only.
 */
export interface LeafTable {
  /** Words, wildcards, exact words and conditions; the other leaves have numbers without a word. Rows as in `fields`. */
  words: WordTable
  steps: StepTable
  wildcards: WildcardTable
  /** From a leaf to the same in the title. */
  titles: Map<number, number>
  conditionCount: number
}

/** What is known of a leaf, by its place in the leaf's row. */
export const fields = {
  /** What there is to do when it was found: `leafFlags`. */
  flags: firstOwn,
  /** For a phrase its last state, for a leaf in the title the leaf it stands for, negative. Otherwise 0. */
  detail: firstOwn + 1,
  /** In how many of the counted posts it was. */
  count: firstOwn + 2,
  /** The state of phrases that begin with it; 0 for none. */
  begins: firstOwn + 3,
  /** The groups that it marks, and the queries that it brings up; see `Postings` and `Entries`. */
  marked: firstOwn + 4,
  entries: firstOwn + 5,
} as const

/** Where the row of a leaf begins. */
export function rowOf(leaf: number): number {
  return leaf * rowSize
}

/** What there is to do when a leaf was found. */
export const leafFlags = {
  /** Its places are wanted. */
  positional: 1,
  /** Phrases begin with it; phrases go on with it. */
  begins: 2,
  continues: 4,
  /** Some query wants it in exact case. */
  hasExact: 8,
  hasTitle: 16,
} as const

export function makeLeafTable(): LeafTable {
  return {
    words: makeWordTable(),
    steps: makeStepTable(),
    wildcards: makeWildcardTable(),
    titles: new Map(),
    conditionCount: 0,
  }
}

/** The leaf of a word, wildcard, exact word (`{Acme`) or condition (`type:review`), made when it is new. */
export function leafOfWord(table: LeafTable, word: string): number {
  const before = table.words.size
  const leaf = numberOfWord(table.words, word)
  if (leaf < before) return leaf
  if (word[0] === '{') markExact(table, word.slice(1))
  else if (isWildcard(word)) addWildcard(table.wildcards, leaf, word)
  else if (word.includes(':')) table.conditionCount++
  return leaf
}

/** The leaf of several words or wildcards next to each other, made when it is new. */
export function leafOfPhrase(table: LeafTable, words: readonly string[]): number {
  let state = 0
  for (const word of words) {
    const leaf = leafOfWord(table, word)
    const next = stepTo(table.steps, state, leaf)
    const { rows } = table.words
    rows[rowOf(leaf) + fields.flags]! |= state === 0 ? leafFlags.begins : leafFlags.continues
    if (state === 0) rows[rowOf(leaf) + fields.begins] = next
    state = next
  }
  const known = table.steps.phrase[state]!
  if (known !== 0) return known
  const leaf = takeNumber(table.words)
  table.words.rows[rowOf(leaf) + fields.detail] = state
  table.steps.phrase[state] = leaf
  return leaf
}

/** The leaf of the same, in the title only. */
export function leafInTitle(table: LeafTable, leaf: number): number {
  const known = table.titles.get(leaf)
  if (known !== undefined) return known
  const inTitle = takeNumber(table.words)
  table.words.rows[rowOf(inTitle) + fields.detail] = -leaf
  table.titles.set(leaf, inTitle)
  flagLeaf(table, leaf, leafFlags.hasTitle)
  return inTitle
}

/** Asks for the places of a leaf. */
export function wantPlaces(table: LeafTable, leaf: number): void {
  flagLeaf(table, leaf, leafFlags.positional)
  const detail = detailOf(table, leaf)
  if (detail < 0) flagLeaf(table, -detail, leafFlags.positional)
}

/** See `fields.detail`. */
export function detailOf({ words }: LeafTable, leaf: number): number {
  return words.rows[rowOf(leaf) + fields.detail]!
}

function flagLeaf({ words }: LeafTable, leaf: number, flag: number): void {
  words.rows[rowOf(leaf) + fields.flags]! |= flag
}

/** The words of a leaf: one, or those of a phrase. */
export function wordsOfLeaf(table: LeafTable, leaf: number): string[] {
  const state = detailOf(table, leaf)
  return state > 0 ? leavesTo(table.steps, state).map((one) => wordOf(table.words, one)) : [wordOf(table.words, leaf)]
}

function markExact(table: LeafTable, written: string): void {
  flagLeaf(table, leafOfWord(table, lowerCase(written)), leafFlags.hasExact)
}
