import { createParser } from 'eventsource-parser'
import type { Tools } from '../connector.ts'
import type { OutsideResponse } from '../../lib/fetch.ts'
import { OutsideError } from '../../lib/outside-error.ts'
import { originOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'
import { readSocketMessage } from './stream-event.ts'
import type { StreamEvent } from './stream-event.ts'
import type { StreamName } from './timeline.ts'

/** An open line to a server. `events` ends or throws when the line does. */
export interface Line {
  events(): AsyncIterable<StreamEvent>
  close(): void
}

type LineTools = Pick<Tools<MastodonSettings>, 'settings' | 'fetch' | 'openSocket' | 'signal'>

/** Mastodon says `:thump` every 15 s, GoToSocial pings every 30 s: a longer silence is a dead line. */
const idleSeconds = 90

/**
 * Opens an event stream, else a WebSocket. `undefined` when the server offers neither: snac advertises an address and has
 * none, GoToSocial has only WebSockets. Throws when the server cannot be reached or refuses for now.
 */
export async function openLine(tools: LineTools, stream: StreamName): Promise<Line | undefined> {
  const asked = await openEventLine(tools, stream).catch((trouble: unknown) => ({ trouble }))
  if (asked && 'events' in asked) return asked
  const line = await openSocketLine(tools, stream)
  // Some proxies hold event streams back; where the socket does not help either, the first trouble is the one to tell.
  if (!line && asked) throw asked.trouble
  return line
}

async function openEventLine(tools: LineTools, stream: StreamName): Promise<Line | undefined> {
  const closing = new AbortController()
  const signal = AbortSignal.any([tools.signal, closing.signal])
  const response = await askForEvents({ ...tools, signal }, stream)
  if (isEventStream(response))
    return { events: () => readEvents(response.stream(idleSeconds)), close: () => closing.abort(new Error('closed')) }
  await response.bytes().catch(() => undefined)
  if (isBusy(response.status)) throw new Error(`the server answered with status ${response.status}.`)
  return undefined
}

async function askForEvents(tools: LineTools, { events, tag }: StreamName): Promise<OutsideResponse> {
  const query = tag === undefined ? '' : `?${new URLSearchParams({ tag })}`
  return await tools.fetch(`${streamingOrigin(tools.settings)}/api/v1/streaming/${events}${query}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${tools.settings.accessToken}` },
    signal: tools.signal,
  })
}

/** The token goes into the address, since GoToSocial reads it nowhere else; `stream` too, which it asks for. */
async function openSocketLine(tools: LineTools, { socket, tag }: StreamName): Promise<Line | undefined> {
  const query = new URLSearchParams({ stream: socket, access_token: tools.settings.accessToken, ...(tag && { tag }) })
  const address = `${streamingOrigin(tools.settings).replace(/^http/u, 'ws')}/api/v1/streaming?${query}`
  try {
    const line = await tools.openSocket(address, { signal: tools.signal })
    return { events: () => readMessages(line.messages(idleSeconds)), close: () => line.close() }
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

/** As safe as the server itself, whatever the advertised address says. */
export function streamingOrigin({ server, streaming }: Pick<MastodonSettings, 'server' | 'streaming'>): string {
  const origin = originOf(server) ?? ''
  const advertised = streaming ? URL.parse(streaming) : null
  if (!advertised?.host) return origin
  return `${origin.startsWith('http:') ? 'http' : 'https'}://${advertised.host}`
}

function isEventStream(response: OutsideResponse): boolean {
  return response.status === 200 && (response.headers.get('content-type') ?? '').includes('text/event-stream')
}

/** Refused by an answer, and not only for the moment. */
function isRefused(error: unknown): boolean {
  return error instanceof OutsideError && error.status !== undefined && !isBusy(error.status)
}

function isBusy(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501)
}

/** The events of a stream of bytes, as they become whole. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export async function* readEvents(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
  const whole: StreamEvent[] = []
  const parser = createParser({ onEvent: ({ event, data }) => whole.push({ event: event ?? '', payload: data }) })
  const decoder = new TextDecoder()
  for await (const part of bytes) {
    parser.feed(decoder.decode(part, { stream: true }))
    yield* whole.splice(0)
  }
}

async function* readMessages(messages: AsyncIterable<string>): AsyncGenerator<StreamEvent> {
  for await (const message of messages) {
    const event = readSocketMessage(message)
    if (event) yield event
  }
}
