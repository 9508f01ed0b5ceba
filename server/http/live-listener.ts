import { mayHear } from '../access/may-hear.ts'
import type { Who } from '../access/who.ts'
import { isAfter, writePlace, type Place, type TailEvent } from './read-live-events.ts'

/** Most that may lie unread on one line before it is closed; the client comes back and goes on where it was. */
const mostUnread = 2_000

/** One open page: what it is sent, and who it is sent to as of now. */
export interface Listener {
  readonly response: Response
  readonly signal: AbortSignal
  who: Who
  /** New events; held back until `letGo`. */
  tell: (events: readonly TailEvent[]) => void
  /** Older events, read for this page alone before `letGo`. */
  catchUpOn: (events: readonly TailEvent[]) => void
  letGo: () => void
  /** Something was missed: the page is to ask for everything again. */
  tellGap: () => void
  /** A sign of life. */
  beat: () => void
  close: () => void
}

/** Opens the stream of one page, which stands after `start`. */
export function openListener(who: Who, start: Place): Listener {
  const line = openLine()
  let place = start
  let heldBack: TailEvent[] | null = []
  const send = (events: readonly TailEvent[]): void => {
    for (const event of events) {
      if (!isAfter(event.place, place)) continue
      place = event.place
      if (mayHear(listener.who, event)) line.write(`id: ${writePlace(place)}\ndata: ${JSON.stringify(event.live)}\n\n`)
    }
  }
  const listener: Listener = {
    response: line.response,
    signal: line.signal,
    who,
    tell: (events) => {
      if (heldBack) heldBack.push(...events)
      else send(events)
    },
    catchUpOn: send,
    letGo: () => {
      send(heldBack ?? [])
      heldBack = null
      // A place to come back to, for a page that hears nothing for a while.
      line.write(`id: ${writePlace(place)}\nevent: here\ndata: {}\n\n`)
    },
    tellGap: () => line.write('event: gap\ndata: {}\n\n'),
    beat: () => line.write(': still here\n\n'),
    close: line.close,
  }
  return listener
}

/** A stream of text that closes itself when nobody reads it. */
function openLine() {
  const ended = new AbortController()
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started
      },
      cancel: () => ended.abort(),
    },
    new CountQueuingStrategy({ highWaterMark: mostUnread }),
  )
  const close = (): void => {
    if (ended.signal.aborted) return
    ended.abort()
    controller?.close()
  }
  const write = (text: string): void => {
    if (ended.signal.aborted) return
    if ((controller?.desiredSize ?? 0) <= 0) close()
    else controller?.enqueue(encoder.encode(text))
  }
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'close',
    'x-accel-buffering': 'no',
  }
  return { response: new Response(stream, { headers }), signal: ended.signal, write, close }
}
