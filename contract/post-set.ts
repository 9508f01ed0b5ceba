import { z } from 'zod'
import { id, time } from './page.ts'

/** Which posts: every part that is given narrows them. */
export const postSet = {
  topic: id.optional(),
  channel: id.optional(),
  /** Whose conversations they stand in. */
  department: id.optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'unknown']).optional(),
  /** Written from here on, and before there. */
  from: time.optional(),
  to: time.optional(),
}
