import { NotThere, secondsToWait, wordsOf } from '../ask-json.ts'
import { BackOff, Refusal, SignInNeeded } from '../connector.ts'
import type { Tools } from '../connector.ts'
import type { OutsideRequest, OutsideResponse } from '../../lib/fetch.ts'
import { hostOf, originOf } from './server-address.ts'
import { readPageLinks } from './link-header.ts'
import type { PageLinks } from './link-header.ts'

/** The little that is needed to ask: which server, as whom, through which door. */
export interface Asking {
  server: string
  accessToken?: string | undefined
  tools: Pick<Tools<unknown>, 'fetch' | 'signal'> & Partial<Pick<Tools<unknown>, 'now'>>
}

/** An answer with its body read as JSON; `body` is `undefined` when it is none (snac answers errors as HTML). */
export interface ServerAnswer {
  status: number
  body: unknown
  /** Where it came from in the end. */
  url: string
  pages: PageLinks
  headers: Headers
}

/** The account or its token lacks a right; another timeline may still be open to it. */
export class MissingRight extends SignInNeeded {
  override name = 'SignInNeeded'
}

/** One call of the client interface, whatever the status of its answer. Throws `OutsideError` when there is none. */
export async function callServer(
  { server, accessToken, tools }: Asking,
  path: string,
  options: Omit<OutsideRequest, 'signal'> = {},
): Promise<ServerAnswer> {
  const headers = {
    accept: 'application/json',
    ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    ...options.headers,
  }
  const response = await tools.fetch(originOf(server) + path, { ...options, headers, signal: tools.signal })
  return {
    status: response.status,
    url: response.url,
    body: await readJson(response),
    pages: readPageLinks(response.headers.get('link')),
    headers: response.headers,
  }
}

/** Reads something. What is not 2xx is thrown: `BackOff`, `SignInNeeded`, `NotThere`, or a plain error worth a retry. */
export async function askServer(asking: Asking, path: string): Promise<ServerAnswer> {
  const answer = await callServer(asking, path)
  throwUnlessGood(answer, { server: asking.server, now: asking.tools.now?.() ?? new Date() })
  return answer
}

/** Says by an error that the server wants to be asked later: too often asked, or overloaded. */
export function throwIfBusy({ status, headers }: ServerAnswer, now: Date): void {
  if (status === 429) throw new BackOff(secondsToWait(headers, now) ?? 60)
  if (status === 503) throw new BackOff(secondsToWait(headers, now) ?? 30)
}

export function throwUnlessGood(answer: ServerAnswer, { server, now }: { server: string; now: Date }): void {
  const { status } = answer
  const host = hostOf(server)
  if (status >= 200 && status < 300) return
  throwIfBusy(answer, now)
  if (status === 401) throw new SignInNeeded(tokenRefused(host))
  if (status === 403) throw new MissingRight(missingRight(host, answer.body))
  if (status === 404 || status === 410) throw new NotThere(`${host} has nothing at the address asked for.`)
  if (status < 500) throw new Refusal(`${host} refused what we asked${wordsOf(answer.body)}.`)
  throw new Error(`${host} answered with the error ${status}${wordsOf(answer.body)}.`)
}

export function tokenRefused(host: string): string {
  return `${host} does not accept the access token (any more). Sign in again, or paste a new one in the field "Access token".`
}

function missingRight(host: string, body: unknown): string {
  return `${host} does not let this account or token do that${wordsOf(body)}. The token needs the right "read"; sign in again to get it.`
}

async function readJson(response: OutsideResponse): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
