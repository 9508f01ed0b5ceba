import { z } from 'zod'
import { askJson, callJson, throwUnlessGood, type JsonAnswer } from '../ask-json.ts'
import { BackOff, Refusal, SignInNeeded, type PushTools } from '../connector.ts'
import type { GithubSettings } from './settings.ts'

const network = 'GitHub'

export type GithubTools = Pick<PushTools<GithubSettings>, 'fetch' | 'signal' | 'now' | 'settings'>

/** Reads from the REST interface, version 2022-11-28 (https://docs.github.com/rest). Throws as `askJson`. */
export async function askGithub(tools: GithubTools, path: string): Promise<JsonAnswer> {
  const answer = await callJson(tools, { network, address: addressOf(tools, path), headers: headersOf(tools) })
  throwIfLimited(answer, tools.now())
  throwUnlessGood(answer, network, tools.now())
  return answer
}

/** Writes something; the answer whatever its status. */
export function postToGithub(tools: GithubTools, path: string, body: unknown): Promise<JsonAnswer> {
  return callJson(tools, { network, address: addressOf(tools, path), method: 'POST', headers: headersOf(tools), body })
}

const graphErrors = z.object({
  errors: z.array(z.object({ type: z.string().catch(''), message: z.string().catch('') })).optional(),
  data: z.unknown(),
})

/** Asks the GraphQL interface, which alone knows discussions. Its errors come with the status 200. */
export async function askGraph(
  tools: GithubTools,
  query: string,
  variables: Record<string, unknown>,
): Promise<unknown> {
  const answer = await askJson(tools, {
    network,
    address: addressOf(tools, '/graphql'),
    method: 'POST',
    headers: headersOf(tools),
    body: { query, variables },
  })
  const { errors, data } = graphErrors.parse(answer.body)
  const wrong = errors?.[0]
  if (!wrong) return data
  if (wrong.type === 'RATE_LIMITED') throw new BackOff(600)
  if (wrong.type === 'FORBIDDEN' || wrong.type === 'INSUFFICIENT_SCOPES')
    throw new SignInNeeded(`GitHub does not let this token do that: ${wrong.message}`)
  if (wrong.type === 'NOT_FOUND') throw new Refusal(`GitHub does not have it: ${wrong.message}`, 'repositories')
  throw new Error(`GitHub answered: ${wrong.message}`)
}

/** GitHub says with 403 that a limit is reached, primary (none remaining) or secondary (`Retry-After`). */
export function throwIfLimited({ status, headers }: JsonAnswer, now: Date): void {
  if (status !== 403 && status !== 429) return
  const after = Number(headers.get('retry-after'))
  if (after > 0) throw new BackOff(after)
  if (headers.get('x-ratelimit-remaining') !== '0') return
  const reset = Number(headers.get('x-ratelimit-reset'))
  throw new BackOff(Math.min(3_600, Math.max(1, reset - Math.floor(now.getTime() / 1000))))
}

function addressOf({ settings }: GithubTools, path: string): string {
  return `${settings.server.replace(/\/$/u, '')}${path}`
}

function headersOf({ settings }: GithubTools): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${settings.token}`,
    'x-github-api-version': '2022-11-28',
  }
}
