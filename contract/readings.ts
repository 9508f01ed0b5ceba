import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'
import { readerNames } from './reader-kinds.ts'

export const readerName = z.enum(readerNames)

export const correctionBody = z.strictObject({
  reader: z.string().min(1).max(40),
  /** The reader's own word, where a person says that it is right. */
  label: z.string().min(1).max(40),
  /** Set where the post was drawn by chance to be checked: only such answers tell how often a reader is right. */
  sampled: z.boolean().optional(),
})

export const correctionQuery = z.strictObject({
  ...paging,
  reader: readerName.optional(),
  was: z.string().max(40).optional(),
  label: z.string().max(40).optional(),
  by: id.optional(),
  verdict: z.enum(['right', 'wrong']).optional(),
  sampled: z.enum(['yes', 'no']).optional(),
  /** By the line of the reader as it lies now. */
  sure: z.enum(['above', 'below']).optional(),
})
export type CorrectionFilter = Omit<z.infer<typeof correctionQuery>, 'limit' | 'after'>

const shownPost = z.object({
  id,
  /** The first words. */
  text: z.string(),
  at: time,
  author: z.string(),
  language: z.string().nullable(),
  conversationId: id.nullable(),
})

export const correctionView = z.object({
  id,
  at: time,
  by: named,
  reader: z.string(),
  was: z.string().nullable(),
  label: z.string(),
  confidence: z.number().nullable(),
  version: z.string().nullable(),
  sampled: z.boolean(),
  /** Near-duplicates that it holds for too. */
  copies: z.number().int(),
  post: shownPost,
})
export type CorrectionView = z.infer<typeof correctionView>
export const correctionPage = pageOf(correctionView)

export const readerView = z.object({
  name: readerName,
  labels: z.array(z.string()),
  below: z.enum(['neutral', 'unknown']),
  line: z.number(),
  /** Where the line lies unless it is moved. */
  ownLine: z.number(),
  moved: z.object({ by: named, at: time }).nullable(),
})
export type ReaderView = z.infer<typeof readerView>
/** `refiner`: whether one is switched on and may be asked about a post. */
export const readerList = z.object({ items: z.array(readerView), refiner: z.boolean() })
export type ReaderList = z.infer<typeof readerList>

export const lineBody = z.strictObject({
  reader: readerName,
  /** Null: where the reader has it. */
  line: z.number().min(0).max(1).nullable(),
})

export const ofReader = z.strictObject({ reader: readerName.default('sentiment') })

/** How sure the readings of the last 30 days are, in steps of 0.05: `counts[i]` lie from i/20 to below (i+1)/20. */
export const histogramView = z.object({
  reader: readerName,
  counts: z.array(z.number().int()),
  /** Posts of which the reader said nothing at all, at any line. */
  unknown: z.number().int(),
  labels: z.array(z.object({ label: z.string(), counts: z.array(z.number().int()) })),
  /** Set where only so many, the newest, were counted. */
  newest: z.number().int().nullable(),
})
export type HistogramView = z.infer<typeof histogramView>

const rightShare = z.object({
  right: z.number().int(),
  wrong: z.number().int(),
  /** Of 0 to 1, with the interval that holds the true share in 95 of 100 cases. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
})
export type RightShare = z.infer<typeof rightShare>

/** Of each reader: how often it is right by chance samples, and how much people said in all. */
export const readerShares = z.object({
  items: z.array(z.object({ reader: readerName, sampled: rightShare, corrections: z.number().int() })),
})
export type ReaderShares = z.infer<typeof readerShares>

export const accuracyView = z.object({
  reader: readerName,
  line: z.number(),
  /** Of posts drawn by chance, above the line. */
  sampled: rightShare,
  /** Of everything people said, above the line: people look where something is wrong, so this is too low. */
  all: rightShare,
  below: rightShare,
  /** Posts of which the reader had said nothing, and a person did. */
  unread: z.number().int(),
  labels: z.array(z.object({ label: z.string(), ...rightShare.shape })),
  confusion: z.array(z.object({ was: z.string(), label: z.string(), count: z.number().int() })),
})
export type AccuracyView = z.infer<typeof accuracyView>

const fitScore = z.object({
  right: z.number().int(),
  count: z.number().int(),
  macroF1: z.number(),
  calibrationError: z.number(),
})

export const fitView = z.object({
  id,
  number: z.number().int(),
  base: z.string(),
  kind: z.enum(['calibration', 'head']),
  answers: z.number().int(),
  /** On answers that were held back from learning. */
  before: fitScore,
  after: fitScore,
  madeAt: time,
  madeBy: named,
  isOn: z.boolean(),
  switched: z.object({ by: named, at: time }).nullable(),
  /** Made on another version of the reader than runs now: it has no effect until the reader is fitted again. */
  rests: z.boolean(),
})
export type FitView = z.infer<typeof fitView>
export const fitsView = z.object({
  reader: readerName,
  answers: z.number().int(),
  right: z.number().int(),
  drawn: z.number().int(),
  needed: z.number().int(),
  items: z.array(fitView),
})
export type FitsView = z.infer<typeof fitsView>
export const fitSwitch = z.strictObject({ reader: readerName, fitId: id.nullable() })

export const cardBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({ kind: z.literal('list'), lines: z.array(z.string()) }),
  z.object({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
])
export type CardBlock = z.infer<typeof cardBlock>
const cardSection = z.object({ title: z.string(), blocks: z.array(cardBlock) })
export type CardSection = z.infer<typeof cardSection>

/** How a reader reads; without sections where no card comes with the weights. */
export const cardView = z.object({ reader: readerName, version: z.string().nullable(), sections: z.array(cardSection) })
export type CardView = z.infer<typeof cardView>

export const sampleQuery = z.strictObject({
  reader: readerName.default('sentiment'),
  seed: z.coerce.number().int().min(0).max(1e9).default(0),
})
/** Posts drawn by chance, to be checked by a person. */
export const sampleView = z.object({
  items: z.array(
    z.object({
      post: shownPost.extend({ title: z.string().nullable() }),
      label: z.string(),
      confidence: z.number(),
      evidence: z.array(z.object({ start: z.number(), end: z.number(), part: z.string().optional() })),
      version: z.string().nullable(),
    }),
  ),
})
export type SampleView = z.infer<typeof sampleView>
