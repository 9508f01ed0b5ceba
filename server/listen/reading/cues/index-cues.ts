import type { CutPost } from '../cut-post.ts'
import { type CueText, cueTextOf } from './cue-text.ts'
import { type Compiled, compilePattern, endsOf } from './match-pattern.ts'
import { type Cue, type Pattern, guardWords } from './pattern.ts'
import { type Required, classesIn, mayHold, requiredClasses } from './required-classes.ts'
import { type WordClasses, makeWordClasses } from './word-classes.ts'

/** A cue that was found, with its words; `to` is exclusive. */
export interface CueHit {
  cue: Cue
  from: number
  to: number
}

/** All cues of one language, looked for in one pass over the words. */
export interface CueIndex {
  /** Every cue that hits, once each, at its first place. */
  find(cut: CutPost): CueHit[]
}

interface ReadyCue {
  cue: Cue
  body: Compiled
  required: Required
  notBefore: Compiled | undefined
  notAfter: Compiled | undefined
  notAround: Compiled | undefined
}

/** Readies cues: every word of a post then leads straight to the few cues that may begin there. */
export function indexCues(cues: readonly Cue[]): CueIndex {
  const classes = makeWordClasses()
  const ready = cues.map((cue, number) => readyCue(cue, number, classes))
  return { find: (cut) => find(cut, ready, classes) }
}

function readyCue(cue: Cue, number: number, classes: WordClasses): ReadyCue {
  const { body, notBefore, notAfter, notAround } = cue.pattern
  const guard = (pattern: Pattern | undefined) => pattern && compilePattern(pattern, classes)
  const compiled = compilePattern(body, classes)
  for (const first of firstClasses(compiled)) classes.startCue(number, first)
  return {
    cue,
    body: compiled,
    required: requiredClasses(compiled),
    notBefore: guard(notBefore),
    notAfter: guard(notAfter),
    notAround: guard(notAround),
  }
}

/** The classes of words with which a pattern may begin. */
function firstClasses(pattern: Compiled): Set<number> {
  if (pattern.kind === 'word') return new Set([pattern.wordClass])
  if (pattern.kind === 'maybe') return firstClasses(pattern.part)
  if (pattern.kind === 'either') return new Set(pattern.ways.flatMap((way) => [...firstClasses(way)]))
  const found = new Set<number>()
  if (pattern.kind !== 'row') return found
  for (const part of pattern.parts) {
    for (const first of firstClasses(part)) found.add(first)
    if (!canBeSkipped(part)) break
  }
  return found
}

function canBeSkipped(part: Compiled): boolean {
  if (part.kind === 'word') return false
  if (part.kind === 'row') return part.parts.every(canBeSkipped)
  return part.kind === 'either' ? part.ways.some(canBeSkipped) : true
}

function find(cut: CutPost, cues: readonly ReadyCue[], classes: WordClasses): CueHit[] {
  const text = cueTextOf(cut, classes)
  const hits: CueHit[] = []
  const bits = classesIn(text.known)
  // Neither looked for again where it was found, nor where the post lacks what it needs.
  const settled = new Uint8Array(cues.length)
  for (let from = 0; from < text.known.length; from++) {
    for (const number of text.known[from]!.cues) {
      if (settled[number] === 1) continue
      const ready = cues[number]!
      if (!mayHold(bits, ready.required)) {
        settled[number] = 1
        continue
      }
      const to = endOf(text, from, ready)
      if (to === 0) continue
      settled[number] = 1
      hits.push({ cue: ready.cue, from, to })
    }
  }
  return hits
}

/** Past the last word of a hit that begins here; 0 without one. */
function endOf(text: CueText, from: number, ready: ReadyCue): number {
  const reached = endsOf(text, from, ready.body)
  if (reached === 0) return 0
  const to = from + 31 - Math.clz32(reached & -reached)
  const end = text.ends[from]!
  if (has(text, ready.notBefore, guardFrom(text, from), from)) return 0
  if (has(text, ready.notAfter, to, Math.min(end, to + guardWords))) return 0
  return has(text, ready.notAround, text.starts[from]!, end) ? 0 : to
}

/** Where the words begin that may deny a cue: up to three before it, of its own clause. */
function guardFrom({ starts, pauses }: CueText, from: number): number {
  let place = from
  while (place > starts[from]! && place > from - guardWords && pauses[place] === 0) place--
  return place
}

function has(text: CueText, guard: Compiled | undefined, from: number, to: number): boolean {
  if (!guard) return false
  for (let place = from; place < to; place++) if (endsOf(text, place, guard) !== 0) return true
  return false
}
