import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { readOutsideAddress } from './outside-address.ts'
import type { OutsideAddress } from './outside-address.ts'
import { OutsideError, outsideErrorFrom } from './outside-error.ts'

export type OutsideMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'

/** One request on the way to an answer. */
export interface Hop extends OutsideAddress {
  method: OutsideMethod
  headers: Record<string, string>
  body?: string | Uint8Array
}

export interface HopAnswer {
  status: number
  headers: Headers
  body: Readable
}

/** Sends one request. Redirects are not followed here. */
export async function followHop(
  hop: Hop,
  { dispatcher, userAgent, signal }: { dispatcher: Dispatcher; userAgent: string; signal: AbortSignal },
): Promise<HopAnswer> {
  try {
    const answer = await dispatcher.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: hop.method,
      headers: headersOf(hop, userAgent),
      body: hop.body ?? null,
      signal,
    })
    // Whoever reads the body meets its error; nobody has to read it, and then it must not end the process.
    answer.body.on('error', () => {})
    return { status: answer.statusCode, headers: readHeaders(answer.headers), body: answer.body }
  } catch (thrown) {
    throw outsideErrorFrom(thrown, hop.url.host)
  }
}

/**
 * The request that a redirect asks for (RFC 9110 15.4), or `undefined` when the answer is no redirect. To another origin
 * go only headers that say what we can read, never a token or a cookie.
 */
export function nextHop(hop: Hop, answer: Pick<HopAnswer, 'status' | 'headers'>): Hop | undefined {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return undefined
  const address = addressOf(answer.headers.get('location'), hop.url)
  if (!address) return undefined
  const staysThere = address.url.origin === hop.url.origin
  const authorization = address.authorization ?? (staysThere ? hop.authorization : undefined)
  const headers = staysThere ? hop.headers : onlyHarmless(hop.headers)
  const next: Hop = { url: address.url, method: hop.method, headers, ...(authorization && { authorization }) }
  if (becomesGet(answer.status, hop.method)) return { ...next, method: 'GET', headers: withoutContent(headers) }
  return hop.body === undefined ? next : { ...next, body: hop.body }
}

function addressOf(location: string | null, from: URL): OutsideAddress | undefined {
  const written = readLocation(location)
  if (!written) return undefined
  const resolved = URL.parse(written, from)
  if (!resolved) throw new OutsideError('bad address', `${from.host} sends us on to something that is no address.`)
  return readOutsideAddress(resolved.href)
}

function becomesGet(status: number, method: OutsideMethod): boolean {
  return status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
}

const harmless = new Set(['accept', 'accept-language', 'if-none-match', 'if-modified-since', 'content-type'])

function onlyHarmless(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name.toLowerCase())))
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)))
}

function headersOf(hop: Hop, userAgent: string): Record<string, string> {
  const given = Object.fromEntries(Object.entries(hop.headers).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...(hop.authorization && { authorization: hop.authorization }),
    ...given,
    'user-agent': userAgent,
  }
}

function readHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw))
    for (const one of Array.isArray(value) ? value : [value ?? '']) appendLeniently(headers, name, one)
  return headers
}

/** A header that `Headers` does not take (a control character in it) is dropped: no answer is lost over it. */
function appendLeniently(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value)
  } catch {
    // Nothing of ours reads such a header.
  }
}

/** Header bytes arrive as Latin-1; some servers write UTF-8 addresses into `Location`. */
function readLocation(location: string | null): string | undefined {
  if (!location) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(location, 'latin1'))
  } catch {
    return location
  }
}
