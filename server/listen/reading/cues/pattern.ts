/** A cue's pattern as a tree. Every part is matched in one walk over a window of words; nothing is ever tried twice. */
export type Pattern =
  | { kind: 'word'; words: readonly string[] }
  | { kind: 'row'; parts: readonly Pattern[] }
  | { kind: 'either'; ways: readonly Pattern[] }
  | { kind: 'maybe'; part: Pattern }
  | { kind: 'gap'; upTo: number }
  | { kind: 'sentenceStart' | 'sentenceEnd' | 'postStart' | 'postEnd' }

/** A pattern with what forbids it. */
export interface GuardedPattern {
  body: Pattern
  /** Must not begin in the three words before it. */
  notBefore: Pattern | undefined
  /** Must not begin in the three words after it. */
  notAfter: Pattern | undefined
  /** Must not stand in its sentence. */
  notAround: Pattern | undefined
}

/** One sign of a label: how many points it gives or takes, a text it must find and one it must not. */
export interface Cue {
  reader: string
  label: string
  /** 1 a hint, 2 likely, 3 nearly sure, 4 and 5 sure whatever else is said; below 0 it speaks against the label. */
  points: number
  pattern: GuardedPattern
  example: string
  counterExample: string
  /** File and line, for messages. */
  place: string
}

/** Cues see at most so many words at once; a pattern that could need more is refused. */
export const widestPattern = 30

/** How far a guard before or after a pattern looks, in words. */
export const guardWords = 3
