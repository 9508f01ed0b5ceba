import type { Problem } from '../../contract/problem.ts'

/** The server understood and said no (problem details, RFC 9457). The message is a sentence for the screen. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** No answer from the server: not connected, or the server is down. Nothing is known about what was asked. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause })
    this.name = 'Unreachable'
  }
}
