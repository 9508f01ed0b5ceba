import { z } from 'zod'
import { time } from './page.ts'

/** What came of the conversations opened in a span of days. Every figure opens its list by the same filters. */
export const outcomesQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(365).default(30) })
export const outcomesView = z.object({
  from: time,
  to: time,
  heard: z.number().int(),
  conversations: z.number().int(),
  answered: z.number().int(),
  /** By turn: ended by customer, resting and pending apart. */
  turns: z.object({
    ours: z.number().int(),
    theirs: z.number().int(),
    resting: z.number().int(),
    ended: z.number().int(),
    set_aside: z.number().int(),
  }),
  setAside: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  /** Minutes from their first message to our first reply by a person; null where there is none. */
  firstReply: z.object({ median: z.number().nullable(), p90: z.number().nullable(), count: z.number().int() }),
  days: z.array(z.object({ day: z.string(), opened: z.number().int(), ended: z.number().int() })),
})
export type OutcomesView = z.infer<typeof outcomesView>
