import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'
import { readerNames } from './reader-kinds.ts'

/** Readers whose posts may be asked about: all whose labels can be listed. */
export const refinableReader = z.enum(readerNames).exclude(['language'])

const address = z.url({ protocol: /^https?$/ }).max(300)
const model = z.string().trim().min(1).max(120)

export const refinerBody = z.strictObject({
  on: z.boolean(),
  /** Up to and without `/chat/completions`. */
  address,
  model,
  /** Left out: as it is. Null: none. Another server needs its own. */
  key: z.string().min(1).max(500).nullable().optional(),
  /** Of the posts read within a day at most this share is asked about … */
  share: z.number().min(0.001).max(0.5),
  /** … and at most so many, together with those that people chose. */
  mostPerDay: z.number().int().min(1).max(10_000),
  readers: z.array(refinableReader).min(1).max(readerNames.length),
})

export const refinerView = z.object({
  on: z.boolean(),
  address: z.string(),
  model: z.string(),
  /** A key is never shown again. */
  hasKey: z.boolean(),
  share: z.number(),
  mostPerDay: z.number().int(),
  readers: z.array(refinableReader),
  changed: z.object({ by: named, at: time }).nullable(),
  /** Of the last 24 hours. `allowed` is what the share and the number leave in all. */
  day: z.object({
    answered: z.number().int(),
    failed: z.number().int(),
    waiting: z.number().int(),
    allowed: z.number().int(),
  }),
  /** Why the newest question came to nothing, if it did. */
  fault: z.string().nullable(),
})
export type RefinerView = z.infer<typeof refinerView>

/** A question with a post of one's own, without keeping anything. The key is the kept one where none is given. */
export const refinerTrial = refinerBody.pick({ address: true, model: true, key: true, readers: true }).extend({
  text: z.string().trim().min(1).max(2_000),
})
export const refinerTrialAnswer = z.object({
  ok: z.boolean(),
  milliseconds: z.number().int(),
  fault: z.string().nullable(),
  said: z.array(z.object({ reader: refinableReader, label: z.string() })),
})
export type RefinerTrialAnswer = z.infer<typeof refinerTrialAnswer>

export const refinerRequest = z.strictObject({ postId: id })

export const proposalQuery = z.strictObject({ ...paging })
export const proposalView = z.object({
  id,
  at: time,
  reader: refinableReader,
  /** What the reader says now, and what the refiner proposes. */
  now: z.string().nullable(),
  label: z.string(),
  saidBy: z.string(),
  post: z.object({ id, text: z.string(), language: z.string().nullable(), conversationId: id.nullable() }),
})
export type ProposalView = z.infer<typeof proposalView>
export const proposalPage = pageOf(proposalView)
export const proposalDecision = z.strictObject({ accept: z.boolean() })
