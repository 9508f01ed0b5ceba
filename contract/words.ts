import { z } from 'zod'

/** How a word begins, in any case; with `#` or `@` the forms with the sign. Left out: the most frequent words. */
export const wordQuery = z.strictObject({
  prefix: z.string().trim().max(60).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const wordAnswer = z.object({
  /** The most frequent first: the words and in how many posts they are. */
  items: z.array(z.object({ word: z.string(), posts: z.number().int() })),
  /** How many of the newest posts of the last 30 days were counted, 20,000 at most; 0 while they are still being counted. */
  looked: z.number().int(),
})
