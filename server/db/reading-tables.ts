import type { InWorkspace, Json, Made, Row, WithDefault } from './column.ts'

export interface ReadingTable extends InWorkspace {
  postId: string
  /** One entry a reader: `{ sentiment: { label, confidence, evidence, reader } }`. */
  readings: Json<Record<string, StoredReading>>
  at: Made
  /** By which copies of the post are found; null where it says too little to be one. */
  signature: Buffer | null
  /** Names the group of posts that say the same; a post alone is a group of its own. */
  copiesId: string | null
  /** The group that a person took it out of. */
  splitFrom: string | null
}

export interface StoredReading {
  label: string
  confidence: number
  evidence?: { start: number; end: number; part?: string; word?: string }[]
  reader?: string
}

/** What a colleague said that a post is; where `label` is what it `was`, that the reader was right. */
export interface CorrectionTable extends Row {
  postId: string
  reader: string
  label: string
  /** What the reader had said, how surely, and in which version (`sentiment@1`); null where it had said nothing. */
  was: string | null
  confidence: number | null
  version: string | null
  /** Whether the post was drawn by chance, to be checked. */
  isSampled: WithDefault<boolean>
  by: string
  at: Made
  takenBackAt: Date | null
}

/** A near-duplicate of a corrected post, for which the correction holds too. */
export interface CorrectionCopyTable extends InWorkspace {
  postId: string
  correctionId: string
}

/** The line below which a reading does not count, where the workspace moved it. */
export interface ReaderLineTable extends InWorkspace {
  reader: string
  line: number
  changedBy: string
  changedAt: Made
}
