import type { z } from 'zod'
import { Problem } from '../access/problem.ts'
import { firstFault } from '../lib/first-fault.ts'

/**
 * What a schema makes of `value`. Throws 400 with `field` where there is a key that nobody knows, else 422 with the
 * first field that is wrong and what is wrong with it.
 */
export function checkSchema<Result>(schema: z.ZodType<Result>, value: unknown): Result {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const { field, isUnknown, sentence } = firstFault(checked.error.issues, 'The body')
  throw isUnknown
    ? new Problem(400, 'unknown_field', sentence, { field })
    : new Problem(422, 'invalid', sentence, { field })
}
