import type { Problem } from '../../contract/problem.ts'
import { cell } from './cell.ts'
import { Refusal, Unreachable } from './refusal.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type QueryValues = Record<string, string | number | boolean | null | undefined>

interface CallOptions {
  body?: unknown
  query?: QueryValues
  signal?: AbortSignal
  /** Idempotency-Key of a POST; made here when not given, so that a repeated send is one send. */
  key?: string
}

/** Whether the session is over; the frame then leads to the sign-in page. */
export const signedOut = cell(false)
/** Whether the last call reached the server. */
export const reachable = cell(true)

let server = ''

/** Sets where `/api` is; '' (this page's own server) in the browser. */
export function pointClientAt(origin: string): void {
  server = origin
}

/**
 * Asks the server for something below `/api`. Throws `Refusal` where it says no and `Unreachable` where it does not
 * answer. The session cookie is SameSite, and a JSON content type cannot be sent from another origin unasked.
 */
export async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await knock(`${server}/api${path}${queryText(options.query)}`, {
    method,
    credentials: 'same-origin',
    headers: headersOf(method, options),
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  if (!response.ok) throw await refusalOf(response)
  const text = await response.text()
  const answer: Answer = text ? JSON.parse(text) : undefined
  return answer
}

/** Opens the stream of live events, from after the event `lastId` where one is given. */
export async function openStream(path: string, lastId: string, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: 'text/event-stream' }
  if (lastId) headers['last-event-id'] = lastId
  const response = await knock(`${server}/api${path}`, {
    credentials: 'same-origin',
    headers,
    signal,
    cache: 'no-store',
  })
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** The page as the server has it now; tells whether there is a newer app. */
export async function readOwnPage(): Promise<string> {
  const response = await knock(`${server}/`, { cache: 'no-store' })
  return response.text()
}

async function knock(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init)
    if (response.status === 502 || response.status === 504)
      throw new Error(`the server in front says ${response.status}`)
    reachable.set(true)
    return response
  } catch (error) {
    if (init.signal?.aborted) throw error
    reachable.set(false)
    throw new Unreachable(error)
  }
}

function headersOf(method: Method, options: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': options.key ?? crypto.randomUUID() } : {}),
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  if (response.status === 401) signedOut.set(true)
  const body: Partial<Problem> = await response.json().catch(() => ({}))
  return new Refusal({
    type: 'about:blank',
    title: body.title ?? `The server answered ${response.status}.`,
    status: response.status,
    code: body.code ?? `http_${response.status}`,
    ...body,
  })
}

function queryText(values: QueryValues = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text && `?${text}`
}
