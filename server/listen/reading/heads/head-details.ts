import * as z from 'zod'

/** By which rules texts become the features of these heads; goes up whenever they change. */
export const featureRules = 1

const headSchema = z.object({
  name: z.string(),
  labels: z.array(z.string()).min(2),
  /** Its first column; a head of two labels has one, the score of the second, any other one for each label. */
  column: z.int().nonnegative(),
  columns: z.int().positive(),
  /** What one step of its whole-number weights is worth. */
  step: z.number().positive(),
  biases: z.array(z.number()),
  /** Scores are divided by it, then offsets are added, by label. */
  temperature: z.number().positive(),
  offsets: z.array(z.number()),
  /** Added to the logarithms of the learned shares before the most is taken: what is rare in training is not in life. */
  decision: z.array(z.number()),
  /** Below this confidence it says `unknown`. */
  line: z.number(),
})

/** What a weights file of heads says of them. */
export const headsSchema = z.object({
  heads: z.array(headSchema),
  /** Columns of all heads together. */
  columns: z.int().positive(),
  /** Whether there are word lists. */
  hasWords: z.boolean(),
  /** How many words have a vector: the first of all words. */
  vectors: z.int().nonnegative(),
  vectorStep: z.number(),
  valenceStep: z.number(),
})

export type Head = z.infer<typeof headSchema>
export type HeadDetails = z.infer<typeof headsSchema>
