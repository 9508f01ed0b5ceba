import { STATUS_CODES } from 'node:http'
import { Problem } from '../access/problem.ts'
import type { Problem as ProblemView } from '../../contract/problem.ts'

/** The problem an error is for the one who asked; null where it is a surprise, of which nothing is told. */
export function expectedProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (isStoreError(error) && error.code === '23505') {
    return new Problem(409, 'conflict', 'There is something by that name already. Choose another one.')
  }
  // Class 22, data exceptions: a value, such as a made-up page key, that the store cannot read as what it has to be.
  if (isStoreError(error) && error.code.startsWith('22')) {
    return new Problem(422, 'invalid', 'A value here is not one that can be looked up. Check what was sent.')
  }
  return null
}

/** Problem details (RFC 9457). */
export function presentProblem(problem: Problem, trace: string): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="earshot"'
  const body: ProblemView = {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Problem',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...(problem.diagnostics === undefined ? {} : { diagnostics: problem.diagnostics }),
    ...(problem.status >= 500 ? { trace } : {}),
  }
  return new Response(JSON.stringify(body), { status: problem.status, headers })
}

/** What is told of a surprise: that it was one, and where the log has it. */
export function surprise(): Problem {
  return new Problem(
    500,
    'surprise',
    'Something went wrong here that should not have. Nothing was changed. Try again; if it stays so, look for the trace in the log.',
  )
}

/** Whether the store asks to try the same transaction again: a deadlock or a failed serialisation. */
export function isWorthAnotherTry(error: unknown): boolean {
  return isStoreError(error) && (error.code === '40001' || error.code === '40P01')
}

function isStoreError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'severity' in error
}
