import { z } from 'zod'
import { BackOff, SignInNeeded } from '../connector.ts'
import type { Outgoing, SendOutcome, Tools } from '../connector.ts'
import { secondsToWait, wordsOf } from '../ask-json.ts'
import { outcomeOfFailure } from '../send-outcome.ts'
import { callServer, tokenRefused } from './ask-server.ts'
import type { ServerAnswer } from './ask-server.ts'
import { composeStatus, whyTooLong } from './compose-status.ts'
import type { ComposedStatus } from './compose-status.ts'
import { findSent } from './find-sent.ts'
import { hostOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'
import { outsideId } from './status-schema.ts'

/** Later than this after the first try, a send is a repetition. */
const firstTrySeconds = 5

/**
 * Posts a reply. The key goes along: Mastodon answers a repeated one with the status it made the first time, for about an
 * hour. Other servers keep no keys, so a repetition looks first whether the reply stands there already.
 */
export async function send(tools: Tools<MastodonSettings>, message: Outgoing): Promise<SendOutcome> {
  const { settings } = tools
  const composed = composeStatus(message, settings)
  const reason = whyTooLong(composed, settings)
  if (reason) return { outcome: 'failed', reason }
  const isRepeated = tools.now().getTime() - message.firstTriedAt.getTime() > firstTrySeconds * 1000
  const before = isRepeated ? await lookBefore(tools, message) : undefined
  return before ?? (await post(tools, composed, message.key))
}

async function lookBefore(tools: Tools<MastodonSettings>, message: Outgoing): Promise<SendOutcome | undefined> {
  try {
    return (await findSent(tools, message)).found
  } catch (error) {
    if (error instanceof BackOff || error instanceof SignInNeeded) throw error
    return { outcome: 'retry', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function post(tools: Tools<MastodonSettings>, composed: ComposedStatus, key: string): Promise<SendOutcome> {
  const { settings } = tools
  try {
    const answer = await callServer(
      { server: settings.server, accessToken: settings.accessToken, tools },
      '/api/v1/statuses',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': key },
        body: new URLSearchParams({ ...composed }).toString(),
        maxHops: 0,
        timeoutSeconds: 30,
      },
    )
    return outcomeOf(answer, { host: hostOf(settings.server), now: tools.now() })
  } catch (error) {
    return outcomeOfFailure(error, hostOf(settings.server))
  }
}

const posted = z.object({
  id: outsideId,
  url: z.string().nullish().catch(undefined),
  uri: z.string().nullish().catch(undefined),
})

function outcomeOf(answer: ServerAnswer, { host, now }: { host: string; now: Date }): SendOutcome {
  const { status, body } = answer
  if (status >= 200 && status < 300) return outcomeOfPosted(body, host)
  if (status === 429 || status === 503) {
    const afterSeconds = secondsToWait(answer.headers, now)
    return { outcome: 'retry', reason: `${host} asked to wait.`, ...(afterSeconds && { afterSeconds }) }
  }
  if (status === 401) throw new SignInNeeded(tokenRefused(host))
  if (status === 403 && /scope/iu.test(wordsOf(body)))
    throw new SignInNeeded(`The access token for ${host} lacks the right "write:statuses". Sign in again to get it.`)
  if (status >= 500 || status === 408)
    return {
      outcome: 'unknown',
      reason: `${host} answered with the error ${status}; it may have taken the reply all the same.`,
    }
  return { outcome: 'failed', reason: refusal(status, host, wordsOf(body)) }
}

function outcomeOfPosted(body: unknown, host: string): SendOutcome {
  const parsed = posted.safeParse(body)
  if (!parsed.success)
    return { outcome: 'unknown', reason: `${host} took the reply, but its answer could not be read.` }
  const url = parsed.data.url ?? parsed.data.uri
  return { outcome: 'sent', externalId: parsed.data.id, ...(url && { url }) }
}

function refusal(status: number, host: string, words: string): string {
  if (status === 404) return `The post it answers is gone from ${host}, or hidden from our account.`
  if (status === 403) return `${host} does not let our account answer here${words}.`
  if (status === 422) return `${host} refused the reply${words}.`
  if (status < 400)
    return `${host} sends posts elsewhere (status ${status}). Check the server's address in this channel.`
  return `${host} refused the reply with status ${status}${words}.`
}
