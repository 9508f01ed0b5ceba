import { z } from 'zod'
import { postSet } from './post-set.ts'

export const wordComparisonBody = z.strictObject({
  here: z.strictObject(postSet),
  /** Null: all other posts. What stands in both sets counts for `here`. */
  there: z.strictObject(postSet).nullable(),
})

/** A word or a phrase, and in how many posts of each side it stands. Copies count once. */
const standing = z.object({ word: z.string(), here: z.number().int(), there: z.number().int(), z: z.number() })

/** How many posts were looked at: the newest of the set, and whether that is all of them. */
const side = z.object({ posts: z.number().int(), isAll: z.boolean() })

export const wordComparison = z.object({
  here: side,
  there: side,
  /** What stands out here, and there; what stands out furthest first. */
  words: z.object({ here: z.array(standing), there: z.array(standing) }),
  phrases: z.object({ here: z.array(standing), there: z.array(standing) }),
})
export type WordComparison = z.infer<typeof wordComparison>
