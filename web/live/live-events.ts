import { createParser } from 'eventsource-parser'
import type { LiveEvent } from '../../contract/live.ts'
import { openStream } from './client.ts'
import { Refusal } from './refusal.ts'

interface Follower {
  /** What happened, in order, each once. */
  onEvents: (events: readonly LiveEvent[]) => void
  /** Something may have been missed: everything shown is to be asked again. */
  onGap: () => void
}

/** What tabs tell each other. */
type Word = { kind: 'event'; id: string; event: LiveEvent } | { kind: 'gap' }

const channelName = 'earshot.live'
const firstWaitMilliseconds = 500
const longestWaitMilliseconds = 15_000

/**
 * Follows what happens in the workspace. One tab of the browser holds the connection (whoever has the lock) and tells
 * the others; when it closes, the next one goes on from the last event that was heard. Returns how to stop.
 */
export function followLive(follower: Follower): () => void {
  const stop = new AbortController()
  const tabs = new BroadcastChannel(channelName)
  let lastId = ''
  const hear = (word: Word): void => {
    if (word.kind === 'gap') return follower.onGap()
    lastId = word.id || lastId
    follower.onEvents([word.event])
  }
  tabs.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data))
  const lead = (): Promise<void> =>
    keepStreaming(
      stop.signal,
      () => lastId,
      (word) => {
        hear(word)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
        tabs.postMessage(word)
      },
    )
  // Without a secure context there are no locks; then each tab holds its own connection.
  const locks = 'locks' in navigator ? navigator.locks : undefined
  const leading = locks ? locks.request(channelName, { signal: stop.signal }, lead) : lead()
  leading.catch(() => undefined)
  return () => {
    stop.abort()
    tabs.close()
  }
}

/** Reads the stream and opens it again where it was cut, waiting longer each time it fails. */
async function keepStreaming(signal: AbortSignal, lastId: () => string, say: (word: Word) => void): Promise<void> {
  let wait = firstWaitMilliseconds
  while (!signal.aborted) {
    try {
      const response = await openStream('/live', lastId(), signal)
      if (!lastId()) say({ kind: 'gap' })
      wait = firstWaitMilliseconds
      await readStream(response, say)
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Refusal && error.problem.status === 401) wait = longestWaitMilliseconds
    }
    await pause(wait * (0.75 + Math.random() / 2), signal)
    wait = Math.min(wait * 2, longestWaitMilliseconds)
  }
}

async function readStream(response: Response, say: (word: Word) => void): Promise<void> {
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      if (event === 'gap') say({ kind: 'gap' })
      const parsed = eventIn(data)
      if (parsed) say({ kind: 'event', id: id ?? '', event: parsed })
    },
  })
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return
    parser.feed(decoder.decode(part.value, { stream: true }))
  }
}

function eventIn(data: string): LiveEvent | undefined {
  try {
    const event: LiveEvent = JSON.parse(data)
    return typeof event.name === 'string' ? event : undefined
  } catch {
    return undefined
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
