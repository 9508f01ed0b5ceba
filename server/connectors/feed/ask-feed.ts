import { OutsideError } from '../../lib/outside-error.ts'
import type { OutsideFetch, OutsideResponse } from '../../lib/fetch.ts'
import { BackOff, Refusal, SignInNeeded } from '../connector.ts'
import { retryAfterSeconds } from './decide-wait.ts'
import type { FeedDocument } from './parse-feed.ts'

export interface FeedAnswer {
  /** Nothing when it is the same as last time (304). */
  document?: FeedDocument
  headers: Headers
  /** Where the feed is for good now, when it is somewhere else. */
  movedTo?: string
}

interface Asking {
  fetch: OutsideFetch
  signal: AbortSignal
  now: () => Date
}

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1'

/** Asks for a feed; only for what is new when `known` says what the last answer was (RFC 9110 13). */
export async function askFeed(
  asking: Asking,
  url: string,
  known: { etag?: string | undefined; lastModified?: string | undefined } = {},
): Promise<FeedAnswer> {
  const response = await asking.fetch(url, {
    signal: asking.signal,
    timeoutSeconds: 30,
    headers: {
      accept,
      ...(known.etag && { 'if-none-match': known.etag }),
      ...(known.lastModified && { 'if-modified-since': known.lastModified }),
    },
  })
  const bytes = await response.bytes()
  const movedTo = movedAddress(url, response)
  const answer = { headers: response.headers, ...(movedTo && { movedTo }) }
  if (response.status === 304 || response.status === 204) return answer
  if (response.status >= 300) throw refusalOf(response, asking.now())
  return { ...answer, document: documentOf(bytes, response) }
}

function documentOf(bytes: Uint8Array, { url, headers }: OutsideResponse): FeedDocument {
  return {
    bytes,
    url,
    contentType: headers.get('content-type'),
    contentLocation: headers.get('content-location'),
    contentLanguage: headers.get('content-language'),
  }
}

/** A feed behind a password that moves to another host is followed, but not believed: its password stays where it is. */
function movedAddress(url: string, { movedTo }: OutsideResponse): string | undefined {
  if (!movedTo) return undefined
  const [from, to] = [new URL(url), new URL(movedTo)]
  const isOpen = !from.username && !from.password
  return isOpen || (from.host === to.host && from.protocol === to.protocol) ? movedTo : undefined
}

function refusalOf({ status, headers, url }: OutsideResponse, now: Date): Error {
  const { host } = new URL(url)
  if (status === 401 || status === 407)
    return new SignInNeeded(
      `${host} wants a name and a password for this feed, or does not accept them any more. Fill in both, and try again.`,
    )
  if (status === 410)
    return new Refusal(
      `${host} says that this feed is gone for good (410). Remove the channel, or give another address.`,
      'url',
    )
  if (status === 429 || status === 503) return new BackOff(Math.min(retryAfterSeconds(headers, now) ?? 900, 86_400))
  return new OutsideError(
    'bad answer',
    `${host} answered with ${status}${meaning[status] ?? ''}. Earshot tries again later.`,
    { status },
  )
}

const meaning: Record<number, string> = {
  403: ': it does not let us read this feed',
  404: ': there is nothing at this address (any more)',
  500: ': something is broken there',
  502: ': something is broken there',
  504: ': something is broken there',
}
