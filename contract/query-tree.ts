import { z } from 'zod'

/** Where a piece stands in the query's text, in UTF-16 units, end exclusive. */
const place = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type QueryPlace = z.infer<typeof place>

/**
 * A query as a tree, each piece with its place in the text. Words are lower-cased; as they were written they stand at
 * their place. A word with `*` or `?` is a wildcard.
 */
export type QueryTree = { place: QueryPlace } & (
  | { kind: 'word'; word: string }
  | { kind: 'phrase' | 'exact'; words: string[] }
  | { kind: 'near'; left: QueryTree; right: QueryTree; distance: number; ordered: boolean }
  | { kind: 'and' | 'or'; of: QueryTree[] }
  | { kind: 'not' | 'title'; of: QueryTree }
  | { kind: 'field'; field: string; value: string }
  | { kind: 'compare'; field: string; operator: string; value: number }
)

const inner: z.ZodType<QueryTree> = z.lazy(() => queryTree)

export const queryTree: z.ZodType<QueryTree> = z
  .discriminatedUnion('kind', [
    z.object({ place, kind: z.literal('word'), word: z.string() }),
    z.object({ place, kind: z.enum(['phrase', 'exact']), words: z.array(z.string()) }),
    z.object({
      place,
      kind: z.literal('near'),
      left: inner,
      right: inner,
      distance: z.int(),
      ordered: z.boolean(),
    }),
    z.object({ place, kind: z.enum(['and', 'or']), of: z.array(inner) }),
    z.object({ place, kind: z.enum(['not', 'title']), of: inner }),
    z.object({ place, kind: z.literal('field'), field: z.string(), value: z.string() }),
    z.object({ place, kind: z.literal('compare'), field: z.string(), operator: z.string(), value: z.number() }),
  ])
  .meta({ id: 'QueryTree' })
