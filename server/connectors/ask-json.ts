import { z } from 'zod'
import type { OutsideRequest, OutsideResponse } from '../lib/fetch.ts'
import { BackOff, Refusal, SignInNeeded, type Tools } from './connector.ts'

/** A question to a network's programming interface. */
export interface Question {
  /** What the network is called in sentences. */
  network: string
  address: string
  method?: OutsideRequest['method']
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  maxBytes?: number
}

export interface JsonAnswer {
  status: number
  headers: Headers
  /** `undefined` where the answer is no JSON. */
  body: unknown
}

/** The network does not have what was asked for. */
export class NotThere extends Error {
  override name = 'NotThere'
}

type Asker = Pick<Tools<unknown>, 'fetch' | 'signal' | 'now'>

/** One exchange, whatever the status of the answer. Throws `OutsideError` when there is none. */
export async function callJson(tools: Asker, question: Question): Promise<JsonAnswer> {
  const { address, method, body, maxBytes } = question
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...question.headers,
  }
  const response = await tools.fetch(address, {
    headers,
    signal: tools.signal,
    ...(method && { method }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(maxBytes !== undefined && { maxBytes }),
  })
  return { status: response.status, headers: response.headers, body: await readJson(response) }
}

/**
 * Reads something. What is not 2xx is thrown: `BackOff` (429, 503), `SignInNeeded` (401, 403), `NotThere` (404, 410),
 * `Refusal` (other 4xx), or a plain error worth a retry.
 */
export async function askJson(tools: Asker, question: Question): Promise<JsonAnswer> {
  const answer = await callJson(tools, question)
  throwUnlessGood(answer, question.network, tools.now())
  return answer
}

export function throwUnlessGood({ status, headers, body }: JsonAnswer, network: string, now: Date): void {
  if (status >= 200 && status < 300) return
  if (status === 429 || status === 503) throw new BackOff(secondsToWait(headers, now) ?? (status === 429 ? 60 : 30))
  const words = wordsOf(body)
  if (status === 401)
    throw new SignInNeeded(`${network} does not accept the sign-in (any more)${words}. Sign in again.`)
  if (status === 403) throw new SignInNeeded(`${network} does not let us do that${words}. Look at the rights you gave.`)
  if (status === 404 || status === 410) throw new NotThere(`${network} has nothing at the address asked for.`)
  if (status < 500) throw new Refusal(`${network} refused what we asked${words}.`)
  throw new Error(`${network} answered with the error ${status}${words}.`)
}

/** `Retry-After` (seconds or a date, RFC 9110), else a rate limit's reset (seconds, Unix time or a date). 1 to 3,600. */
export function secondsToWait(headers: Headers, now: Date): number | undefined {
  for (const name of ['retry-after', 'x-ratelimit-reset', 'x-rate-limit-reset']) {
    const stated = headers.get(name)
    if (!stated) continue
    const seconds = /^\d+(?:\.\d+)?$/u.test(stated) ? secondsOf(Number(stated), now) : untilDate(stated, now)
    if (seconds !== undefined) return Math.min(Math.max(Math.ceil(seconds), 1), 3600)
  }
  return undefined
}

const said = z.object({
  error: z.string().catch(''),
  message: z.string().catch(''),
  error_description: z.string().catch(''),
})

/** What the network itself says about an error, after a colon, short. */
export function wordsOf(body: unknown): string {
  const parsed = said.partial().safeParse(body).data ?? {}
  const words = (parsed.error_description || parsed.message || parsed.error || '').slice(0, 300).replace(/[.\s]+$/u, '')
  return words ? `: ${words}` : ''
}

/** Large numbers are moments in Unix time, small ones are spans. */
function secondsOf(stated: number, now: Date): number {
  return stated > 1_000_000_000 ? stated - now.getTime() / 1000 : stated
}

function untilDate(stated: string, now: Date): number | undefined {
  const at = Date.parse(stated)
  return Number.isNaN(at) ? undefined : (at - now.getTime()) / 1000
}

async function readJson(response: OutsideResponse): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
