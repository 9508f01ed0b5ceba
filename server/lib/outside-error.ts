import { errors } from 'undici'

/** What went wrong between us and an outside address. */
export type OutsideTrouble =
  | 'bad address'
  | 'not found'
  | 'refused address'
  | 'unreachable'
  | 'cut'
  | 'too slow'
  | 'too large'
  | 'too many redirects'
  | 'no secure line'
  | 'bad answer'
  | 'not readable'

/** An exchange with an outside address that came to nothing. The message is a sentence for a person, without secrets. */
export class OutsideError extends Error {
  override name = 'OutsideError'
  readonly trouble: OutsideTrouble
  /** What the other side answered, where a line was refused with an answer. */
  readonly status: number | undefined

  constructor(trouble: OutsideTrouble, message: string, { cause, status }: { cause?: unknown; status?: number } = {}) {
    super(message, { cause })
    this.trouble = trouble
    this.status = status
  }
}

/** Turns what the system threw into a sentence about that host. An `OutsideError` stays what it is. */
export function outsideErrorFrom(thrown: unknown, host: string): OutsideError {
  const known = firstOutsideError(thrown)
  if (known) return known
  const code = codesOf(thrown)
  if (code.some((one) => notFound.has(one)))
    return new OutsideError('not found', `There is no server named ${host}. Check the address.`, { cause: thrown })
  if (code.some((one) => unreachable.has(one)))
    return new OutsideError(
      'unreachable',
      `${host} does not answer. It may be down, or the address or port is wrong.`,
      {
        cause: thrown,
      },
    )
  if (code.some((one) => slow.has(one)))
    return new OutsideError('too slow', `${host} took too long to take the call.`, { cause: thrown })
  if (code.some((one) => /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(one)))
    return new OutsideError(
      'no secure line',
      `No secure line to ${host}: its certificate or its encryption is not in order.`,
      {
        cause: thrown,
      },
    )
  if (code.some((one) => one.startsWith('HPE_') || one === 'UND_ERR_HEADERS_OVERFLOW'))
    return new OutsideError('not readable', `${host} answered with something that is not HTTP.`, { cause: thrown })
  return new OutsideError('cut', `The line to ${host} was cut before the answer was whole.`, { cause: thrown })
}

const notFound = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'EAI_FAIL'])
const unreachable = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EINVAL',
  'EACCES',
])
const slow = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'])

/** The thrown thing, what caused it, and the single tries of an `AggregateError`. */
function* chainOf(thrown: unknown, depth = 0): Generator<object> {
  if (typeof thrown !== 'object' || thrown === null || depth > 5) return
  yield thrown
  if (thrown instanceof AggregateError) for (const one of thrown.errors) yield* chainOf(one, depth + 1)
  if ('cause' in thrown) yield* chainOf(thrown.cause, depth + 1)
}

function firstOutsideError(thrown: unknown): OutsideError | undefined {
  for (const one of chainOf(thrown)) if (one instanceof OutsideError) return one
  return undefined
}

function codesOf(thrown: unknown): string[] {
  return [...chainOf(thrown)].flatMap((one) => [
    ...('code' in one && typeof one.code === 'string' ? [one.code] : []),
    ...(one instanceof errors.HTTPParserError ? ['HPE_'] : []),
  ])
}
