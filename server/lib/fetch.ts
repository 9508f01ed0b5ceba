import { makeCheckedDispatcher } from './checked-dispatcher.ts'
import type { Door } from './checked-dispatcher.ts'
import { followHop, nextHop } from './outside-hop.ts'
import type { Hop, HopAnswer, OutsideMethod } from './outside-hop.ts'
import { readAsItComes, readWhole } from './outside-body.ts'
import type { OutsideBody } from './outside-body.ts'
import { OutsideError, outsideErrorFrom } from './outside-error.ts'
import { readOutsideAddress } from './outside-address.ts'

/**
 * The one door to addresses that an outsider can influence. It checks the address actually connected to,
 * limits size, time and redirects, and always says who we are.
 */
export type OutsideFetch = (url: string, options?: OutsideRequest) => Promise<OutsideResponse>

export interface OutsideRequest {
  method?: OutsideMethod
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Whole exchange, 10 s by default. With `stream` it bounds the time to the first byte only. */
  timeoutSeconds?: number
  /** 5 MB by default. */
  maxBytes?: number
  /** Redirects followed, 3 by default; each hop is checked again. 0 returns the redirect itself. */
  maxHops?: number
  signal?: AbortSignal
}

export interface OutsideResponse {
  status: number
  /** Where the answer came from in the end. */
  url: string
  /** Set when every hop up to `url` was a permanent redirect (301, 308). */
  movedTo?: string
  headers: Headers
  bytes(): Promise<Uint8Array>
  text(): Promise<string>
  json(): Promise<unknown>
  /** The body as it comes, for streams; idle longer than `idleSeconds` (default 90) is an error. */
  stream(idleSeconds?: number): AsyncIterable<Uint8Array>
}

/**
 * Opens a WebSocket through the same door: same address check, same name of ours. Resolves when the line is open.
 * Throws `OutsideError` when it cannot be opened; `status` then holds the answer, where there was one (401: sign in again).
 */
export type OpenSocket = (url: string, options?: OutsideSocketRequest) => Promise<OutsideSocket>

export interface OutsideSocketRequest {
  headers?: Record<string, string>
  protocols?: string[]
  /** Time to open, 10 s by default. */
  timeoutSeconds?: number
  signal?: AbortSignal
}

export interface OutsideSocket {
  /**
   * Text messages as they come. Ends when the other side closes the line in order; throws `OutsideError` when it is cut
   * or says nothing for `idleSeconds` (default 90).
   */
  messages(idleSeconds?: number): AsyncIterable<string>
  send(text: string): void
  close(): void
}

/**
 * Makes the door. Every address that is connected to is checked, on every hop; only http and https; a name and password
 * in an address become a header for that host alone. Throws `OutsideError`, or the caller's own reason when `signal` aborts.
 */
export function makeOutsideFetch(door: Door): OutsideFetch {
  const dispatcher = makeCheckedDispatcher(door)
  return async (url, options = {}) => {
    const seconds = Math.min(options.timeoutSeconds ?? 10, door.mostSeconds?.timeout ?? Infinity)
    const deadline = new Deadline(seconds, options.signal)
    try {
      const { hop, answer, movedTo } = await followHops(url, options, (next) =>
        followHop(next, { dispatcher, userAgent: door.userAgent, signal: deadline.signal }),
      )
      const body = { host: hop.url.host, body: answer.body, encoding: answer.headers.get('content-encoding') }
      const read = {
        body,
        deadline,
        maxBytes: options.maxBytes ?? 5_000_000,
        mostIdle: door.mostSeconds?.idle ?? Infinity,
      }
      return {
        status: answer.status,
        url: hop.url.href,
        ...(movedTo && { movedTo }),
        headers: answer.headers,
        ...readers(read),
      }
    } catch (thrown) {
      throw deadline.explain(thrown, hostOf(url))
    }
  }
}

async function followHops(url: string, options: OutsideRequest, follow: (next: Hop) => Promise<HopAnswer>) {
  const { maxHops = 3, method = 'GET', headers = {}, body } = options
  let hop: Hop = { ...readOutsideAddress(url), method, headers, ...(body !== undefined && { body }) }
  let isPermanent = true
  for (let hops = 0; ; hops += 1) {
    const answer = await follow(hop)
    const next = maxHops > 0 ? nextHop(hop, answer) : undefined
    if (!next) return { hop, answer, movedTo: hops > 0 && isPermanent ? hop.url.href : undefined }
    answer.body.destroy()
    if (hops === maxHops)
      throw new OutsideError('too many redirects', `${hostOf(url)} sends us on and on: more than ${maxHops} redirects.`)
    isPermanent &&= permanent.has(answer.status)
    hop = next
  }
}

const permanent = new Set([301, 308])

interface Reading {
  body: OutsideBody
  deadline: Deadline
  maxBytes: number
  mostIdle: number
}

function readers({ body, deadline, maxBytes, mostIdle }: Reading) {
  const bytes = async () => {
    try {
      return await readWhole(body, maxBytes)
    } catch (thrown) {
      throw deadline.explain(thrown, body.host)
    } finally {
      deadline.lift()
    }
  }
  const text = async () => new TextDecoder().decode(await bytes())
  return {
    bytes,
    text,
    async json(): Promise<unknown> {
      const written = await text()
      try {
        return JSON.parse(written)
      } catch (cause) {
        throw new OutsideError('not readable', `${body.host} answered with something that is not JSON.`, { cause })
      }
    },
    async *stream(idleSeconds = 90) {
      deadline.lift()
      try {
        yield* readAsItComes(body, Math.min(idleSeconds, mostIdle))
      } catch (thrown) {
        throw deadline.explain(thrown, body.host)
      }
    },
  }
}

/** The time for one exchange, together with the caller's own signal. */
class Deadline {
  readonly #seconds: number
  readonly #caller: AbortSignal | undefined
  readonly #over = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly signal: AbortSignal

  constructor(seconds: number, caller: AbortSignal | undefined) {
    this.#seconds = seconds
    this.#caller = caller
    this.#timer = setTimeout(() => this.#over.abort(), seconds * 1000)
    this.#timer.unref()
    this.signal = caller ? AbortSignal.any([this.#over.signal, caller]) : this.#over.signal
  }

  /** The time does not run any more; the caller's signal still counts. */
  lift(): void {
    clearTimeout(this.#timer)
  }

  /** The caller's own reason, or the sentence for what went wrong. */
  explain(thrown: unknown, host: string): unknown {
    this.lift()
    if (this.#caller?.aborted) return this.#caller.reason
    if (this.#over.signal.aborted)
      return new OutsideError('too slow', `${host} did not finish its answer within ${this.#seconds} seconds.`, {
        cause: thrown,
      })
    return outsideErrorFrom(thrown, host)
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || 'this address'
}
