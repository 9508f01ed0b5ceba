import { Webhook } from 'standardwebhooks'
import type { Outgoing, SendOutcome, Tools } from '../connector.ts'
import { OutsideError } from '../../lib/outside-error.ts'
import type { InboundSettings } from './settings.ts'

/** 15 to 30 s is what the standard suggests for receivers. */
const timeoutSeconds = 20

/**
 * Delivers a reply as a signed Standard Webhook. The `webhook-id` is the reply's key on every try, so that a repeat is
 * known as one. 2xx is sent; 410 is a clear no for good; all else is tried again later.
 */
export async function sendReply(
  { settings, fetch, signal }: Tools<InboundSettings>,
  message: Outgoing,
): Promise<SendOutcome> {
  if (settings.replyUrl === '')
    return { outcome: 'failed', reason: 'This channel has no address for replies. Set one under Channels.' }
  const body = JSON.stringify({
    type: 'reply',
    timestamp: message.firstTriedAt.toISOString(),
    data: {
      id: message.replyId,
      conversationId: message.conversationId,
      inReplyTo: message.inReplyTo.externalId,
      text: message.text,
      author: { name: message.author.name },
    },
  })
  const at = new Date()
  try {
    const answer = await fetch(settings.replyUrl, {
      method: 'POST',
      body,
      maxHops: 0,
      timeoutSeconds,
      signal,
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.key,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(settings.secret).sign(message.key, at, body),
      },
    })
    return outcomeOf(answer.status, answer.headers, message.replyId)
  } catch (error) {
    if (error instanceof OutsideError) return outcomeOfTrouble(error)
    throw error
  }
}

/** Only what certainly did not reach the receiver is tried again without a look. */
function outcomeOfTrouble({ trouble, message }: OutsideError): SendOutcome {
  if (trouble === 'refused address' || trouble === 'bad address') return { outcome: 'failed', reason: message }
  if (trouble === 'not found' || trouble === 'unreachable' || trouble === 'no secure line')
    return { outcome: 'retry', reason: message }
  return { outcome: 'unknown', reason: message }
}

function outcomeOf(status: number, headers: Headers, replyId: string): SendOutcome {
  if (status >= 200 && status < 300) return { outcome: 'sent', externalId: replyId }
  if (status === 410) return { outcome: 'failed', reason: 'The receiver says that it takes no more replies (410).' }
  const wait = Number(headers.get('retry-after'))
  const reason = `The receiver answered ${status}.`
  return Number.isFinite(wait) && wait > 0
    ? { outcome: 'retry', reason, afterSeconds: Math.min(wait, 3_600) }
    : { outcome: 'retry', reason }
}
