import { z } from 'zod'
import { id, time } from './page.ts'

/**
 * One line of `/api/live` (server-sent events; `id:` is the place to go on from). It carries ids only; whoever shows
 * the thing reads it again, so that rights are asked once, in one place.
 */
export const liveEvent = z.object({
  name: z.string(),
  at: time,
  conversationId: id.nullable(),
  subjectId: id.nullable(),
  by: id.nullable(),
})
export type LiveEvent = z.infer<typeof liveEvent>

export const healthAnswer = z.object({
  ok: z.boolean(),
  roles: z.array(z.string()),
  database: z.object({ version: z.string(), fsync: z.string(), synchronousCommit: z.string() }),
  lagSeconds: z.number(),
  channels: z.object({ ok: z.number().int(), failing: z.number().int() }),
})
