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

/** How well a reader does on answers of people that were held back: of 0 to 1. */
export interface FitScore {
  right: number
  count: number
  macroF1: number
  calibrationError: number
}

/** What the corrections of a workspace taught a reader; see `listen/reading/fits`. */
export interface ReaderFitTable extends Row {
  reader: string
  /** Counts up within the reader. */
  number: number
  /** The version of the reader it was made on, `sentiment@2`: on another it rests. */
  base: string
  kind: 'calibration' | 'head'
  labels: string[]
  temperature: number
  offsets: number[]
  /** Features (32-bit hashes) and their weights by feature and label (32-bit floats); both empty without a head. */
  hashes: Buffer
  weights: Buffer
  answers: number
  before: Json<FitScore>
  after: Json<FitScore>
  madeBy: string
  madeAt: Made
  isOn: WithDefault<boolean>
  switchedBy: string | null
  switchedAt: Date | null
}

/** The large model a workspace may ask where a reader is unsure. */
export interface RefinerTable extends Row {
  address: string
  model: string
  /** Sealed; see `access/seal.ts`. */
  key: Buffer | null
  isOn: WithDefault<boolean>
  /** Of the posts read within a day at most this share is asked about, and at most so many. */
  share: WithDefault<number>
  mostPerDay: WithDefault<number>
  readers: string[]
  changedBy: string
  changedAt: Made
}

export interface RefinerAskTable extends Row {
  postId: string
  readers: string[]
  /** Who chose the post; null where it was asked about because a reader was unsure. */
  askedBy: string | null
  state: WithDefault<'waiting' | 'asking' | 'answered' | 'failed'>
  fault: WithDefault<string>
  at: Made
  settledAt: Date | null
}

export interface RefinerProposalTable extends Row {
  askId: string
  postId: string
  reader: string
  label: string
  /** The refiner's own name, `refiner:MODEL`. */
  saidBy: string
  at: Made
  accepted: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
}
