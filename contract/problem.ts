import { z } from 'zod'
import { queryDiagnostic } from './query.ts'

/** Problem details (RFC 9457): what did not happen, where, what to do. `code` is stable, for screens in other languages. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  /** Path of the field at fault, e.g. `evidence.messageId`. */
  field: z.string().optional(),
  diagnostics: z.array(queryDiagnostic).optional(),
  /** Two words or numbers to find this in the log. */
  trace: z.string().optional(),
})
export type Problem = z.infer<typeof problem>
