import type { QueryDiagnostic } from '../../contract/query.ts'

/** An expected refusal that becomes problem details (RFC 9457) at the edge. The sentence says what, where, what to do. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly diagnostics: QueryDiagnostic[] | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    more: { field?: string; diagnostics?: QueryDiagnostic[] } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.field = more.field
    this.diagnostics = more.diagnostics
  }
}

/** The same answer for what is not there and what is not yours. */
export function notFound(what: string): Problem {
  return new Problem(404, 'not_found', `There is no such ${what} here.`)
}

/** Content that is refused, with the field at fault. */
export function refused(field: string, message: string, code = 'refused'): Problem {
  return new Problem(422, code, message, { field })
}

export function conflict(code: string, message: string, field?: string): Problem {
  return new Problem(409, code, message, field === undefined ? {} : { field })
}
