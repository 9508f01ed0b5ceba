import type { CueText } from './cue-text.ts'
import type { Pattern } from './pattern.ts'
import type { WordClasses } from './word-classes.ts'

/** A pattern with its word sets as numbers. */
export type Compiled =
  | { kind: 'word'; wordClass: number }
  | { kind: 'row'; parts: readonly Compiled[] }
  | { kind: 'either'; ways: readonly Compiled[] }
  | { kind: 'maybe'; part: Compiled }
  | { kind: 'gap'; upTo: number }
  | { kind: 'sentenceStart' | 'sentenceEnd' | 'postStart' | 'postEnd' }

/** Gives every set of words its number. */
export function compilePattern(pattern: Pattern, classes: WordClasses): Compiled {
  const compile = (part: Pattern) => compilePattern(part, classes)
  if (pattern.kind === 'word') return { kind: 'word', wordClass: classes.classOf(pattern.words) }
  if (pattern.kind === 'row') return { kind: 'row', parts: pattern.parts.map(compile) }
  if (pattern.kind === 'either') return { kind: 'either', ways: pattern.ways.map(compile) }
  if (pattern.kind === 'maybe') return { kind: 'maybe', part: compile(pattern.part) }
  return pattern
}

/** Whether a word of the text belongs to a class. */
export function isOf(text: CueText, place: number, wordClass: number): boolean {
  return ((text.known[place]!.bits[wordClass >>> 5]! >>> (wordClass & 31)) & 1) === 1
}

/**
 * Where a pattern that begins at a word may end, as bits: bit n says “after n words”. A set of ends is carried through the
 * parts, so that the cost is words of the window times parts, whatever the text.
 */
export function endsOf(text: CueText, from: number, pattern: Compiled): number {
  const window = Math.min(text.ends[from]! - from, 30)
  return step({ text, from, window }, pattern, 1)
}

interface Walk {
  text: CueText
  from: number
  window: number
}

function step(walk: Walk, pattern: Compiled, at: number): number {
  if (pattern.kind === 'word') return stepWord(walk, pattern.wordClass, at)
  if (pattern.kind === 'row') {
    let reached = at
    for (const part of pattern.parts) {
      reached = step(walk, part, reached)
      if (reached === 0) return 0
    }
    return reached
  }
  if (pattern.kind === 'either') {
    let reached = 0
    for (const way of pattern.ways) reached |= step(walk, way, at)
    return reached
  }
  if (pattern.kind === 'maybe') return at | step(walk, pattern.part, at)
  if (pattern.kind === 'gap') return stepGap(walk, pattern.upTo, at)
  return stepPlace(walk, pattern.kind, at)
}

function stepWord({ text, from, window }: Walk, wordClass: number, at: number): number {
  let reached = 0
  for (let left = at; left !== 0; left &= left - 1) {
    const offset = 31 - Math.clz32(left & -left)
    if (offset < window && isOf(text, from + offset, wordClass)) reached |= 1 << (offset + 1)
  }
  return reached
}

function stepGap({ window }: Walk, upTo: number, at: number): number {
  let reached = at
  for (let words = 0; words < upTo; words++) reached |= at << (words + 1)
  return reached & (window >= 30 ? 0x7fffffff : (1 << (window + 1)) - 1)
}

function stepPlace({ text, from }: Walk, kind: string, at: number): number {
  let reached = 0
  const last = text.known.length
  for (let left = at; left !== 0; left &= left - 1) {
    const bit = left & -left
    const place = from + 31 - Math.clz32(bit)
    if (holds(text, { place, from, last }, kind)) reached |= bit
  }
  return reached
}

function holds(text: CueText, at: { place: number; from: number; last: number }, kind: string): boolean {
  if (kind === 'sentenceStart') return at.place === text.starts[at.from]
  if (kind === 'postStart') return at.place === 0
  if (kind === 'sentenceEnd') return at.place >= text.lasts[at.from]!
  return at.place >= text.lasts[at.from]! && text.ends[at.from] === at.last
}
