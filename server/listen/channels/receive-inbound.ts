import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import type { z } from 'zod'
import { inboundPost, type InboundAnswer } from '../../../contract/inbound.ts'
import { Problem } from '../../access/problem.ts'
import { firstFault } from '../../lib/first-fault.ts'
import type { Heard } from '../../model/post.ts'
import { noDoor, pausedDoor } from './closed-door.ts'
import { heardFrom } from './heard-from.ts'
import type { TakeIn } from './intake.ts'
import type { KeepingChannel } from './keeping-channel.ts'

/** The most that one request may carry, in bytes and in posts. */
export const inboundMaxBytes = 4 * 1024 * 1024
const mostPosts = 1_000

export interface InboundDoor {
  channel: KeepingChannel
  secret: string
  paused: boolean
}

export interface InboundRequest {
  headers: Record<string, string>
  body: Buffer
}

/**
 * Takes in what a program pushed to `/in/KEY`, signed by the Standard Webhooks specification over the raw bytes.
 * Answers after the commit. Refused rows do not spoil the others; an unsigned or altered request is a 401.
 */
export async function receiveInbound(
  door: InboundDoor | undefined,
  request: InboundRequest,
  takeIn: TakeIn,
): Promise<InboundAnswer> {
  if (!door) throw noDoor()
  const content = verify(door.secret, request)
  if (door.paused) throw pausedDoor()
  const rows = Array.isArray(content) ? content : [content]
  if (rows.length > mostPosts)
    throw new Problem(413, 'too_many', `At most ${mostPosts} posts a request; this one has ${rows.length}.`)
  const heard: Heard[] = []
  const refused: InboundAnswer['refused'] = []
  for (const [index, row] of rows.entries()) {
    const parsed = inboundPost.safeParse(row)
    if (parsed.success) heard.push(heardFrom(parsed.data))
    else refused.push({ index, ...faultOf(parsed.error.issues) })
  }
  return takeIn(door.channel, { webhookId: request.headers['webhook-id'] ?? '', heard, refused })
}

function verify(secret: string, { headers, body }: InboundRequest): unknown {
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
    if (!headers[name])
      throw new Problem(
        401,
        'unsigned',
        `The header ${name} is missing. Sign the request as Standard Webhooks describe.`,
      )
  try {
    return new Webhook(secret).verify(body, headers)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(400, 'not_json', `The body is not JSON: ${error.message}.`)
    if (!(error instanceof WebhookVerificationError)) throw error
    throw new Problem(401, 'bad_signature', sentenceOf(error.message, headers['webhook-timestamp'] ?? ''))
  }
}

function sentenceOf(reason: string, timestamp: string): string {
  if (/timestamp/i.test(reason)) {
    const away = Math.round(Math.abs(Date.now() / 1000 - Number(timestamp)) / 60)
    if (Number.isFinite(away))
      return `The time of the request is ${away} minutes away from ours; five are allowed. Set the sender's clock right.`
    return 'The header webhook-timestamp must be seconds since 1970.'
  }
  return 'The signature does not fit the body. Sign the exact bytes that are sent, as "id.timestamp.body", with the secret shown when the channel was made.'
}

function faultOf(issues: readonly z.core.$ZodIssue[]): { message: string; field?: string } {
  const { field, sentence } = firstFault(issues, 'A post')
  return field === '' ? { message: sentence } : { message: sentence, field }
}
