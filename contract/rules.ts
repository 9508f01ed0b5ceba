import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'

const conditions = {
  topic: id.nullable().optional(),
  channel: id.nullable().optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive']).nullable().optional(),
  /** A query in the listening language, e.g. `lawyer OR police`. */
  words: z.string().trim().max(2_000).nullable().optional(),
}
/** When (all that is given) then: to a department, perhaps to somebody. The first rule that fits wins. */
export const ruleBody = z.strictObject({
  ...conditions,
  department: id,
  assigneeId: id.nullable().optional(),
  on: z.boolean().default(true),
})
export const ruleChange = z.strictObject({
  ...conditions,
  department: id.optional(),
  assigneeId: id.nullable().optional(),
  on: z.boolean().optional(),
  /** Place in the order, from 1. */
  position: z.number().int().min(1).optional(),
})
export const ruleView = z.object({
  id,
  position: z.number().int(),
  topic: named.nullable(),
  channel: named.nullable(),
  sentiment: z.string().nullable(),
  words: z.string().nullable(),
  department: named,
  assignee: named.nullable(),
  on: z.boolean(),
  /** Conversations it placed in the last seven days. */
  placed: z.number().int(),
  createdAt: time,
})
export type RuleView = z.infer<typeof ruleView>
export const rulePage = pageOf(ruleView)
export const ruleQuery = z.strictObject({ ...paging })
