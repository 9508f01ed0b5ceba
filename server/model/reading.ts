import type { HitPart } from './match.ts'

/** Words that carried a reading: a range in UTF-16 units, end exclusive; `text` where no part is named. */
export interface Evidence {
  start: number
  end: number
  part?: HitPart
}

/** What a reader says of a post. `unknown` is an honest answer: below its line a reader does not guess. */
export interface Reading {
  label: string
  /** From 0 to 1. */
  confidence: number
  evidence: Evidence[]
  /** Name and version of the reader, such as `sentiment@1`. */
  reader: string
}

/** By reader: `language`, `sentiment`, `intent`, `urgency`, `closing`. */
export type Readings = Record<string, Reading>

export const unknownLabel = 'unknown'
