import { z } from 'zod'

const longestQuery = 20_000

/** A query as it is written in the listening language. */
export const queryText = z.string().refine((text) => text.length <= longestQuery, {
  message:
    'it is longer than 20,000 characters. Put long lists of words into a shared list and name it with list:, or parts into topics of their own and name them with topic:',
})

/**
 * A mistake, or something to look at, in a query: what and where. `line` and `column` count from 1, `column` and `length`
 * in UTF-16 units. `repair` is the whole query with this one mistake put right. With an `error` a topic cannot be switched on.
 */
export const queryDiagnostic = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** Stable name of the kind of mistake, for other languages than English. */
  code: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  length: z.int().min(0),
  message: z.string(),
  repair: z.string().optional(),
})
export type QueryDiagnostic = z.infer<typeof queryDiagnostic>
