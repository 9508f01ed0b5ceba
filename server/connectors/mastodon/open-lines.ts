import type { Tools } from '../connector.ts'
import { openLine } from './open-line.ts'
import type { Line } from './open-line.ts'
import type { MastodonSettings } from './settings.ts'
import type { StreamEvent } from './stream-event.ts'
import type { StreamName } from './timeline.ts'

export interface LineEvent {
  stream: string
  event: StreamEvent
}

interface Watched {
  name: StreamName
  line?: Line
  openedAt: number
  /** Milliseconds; the line is not tried before. */
  retryAt: number
  failures: number
  isOffered: boolean
}

const mostRetrySeconds = 300
const mostEvents = 100
/** Many servers end quiet lines after a minute; that is no failure. */
const goodLineMilliseconds = 45_000
/** So many in a row are worth a word to people. */
const tellingFailures = 3

/** The open lines of one channel: what they tell waits in order, a lost line is opened again, later each time. */
export class OpenLines {
  readonly #tools: Tools<MastodonSettings>
  readonly #watched: Map<string, Watched>
  readonly #waiting: LineEvent[] = []
  #wake: (() => void) | undefined
  #isClosed = false

  constructor(tools: Tools<MastodonSettings>, streams: StreamName[]) {
    this.#tools = tools
    this.#watched = new Map(
      streams.map((name) => [keyOf(name), { name, openedAt: 0, retryAt: 0, failures: 0, isOffered: true }] as const),
    )
  }

  /** Opens what is not open and may be tried. Gives the streams that were tried: their news must be caught up either way. */
  async open(): Promise<string[]> {
    const due = [...this.#watched].filter(([, { line, retryAt }]) => !line && retryAt <= Date.now())
    await Promise.all(due.map(([key, watched]) => this.#tryOpen(key, watched)))
    return due.map(([key]) => key)
  }

  isLive(stream: StreamName | undefined): boolean {
    return stream !== undefined && this.#watched.get(keyOf(stream))?.line !== undefined
  }

  /** At least one line is open, or will be tried again soon. */
  get anyExpected(): boolean {
    return [...this.#watched.values()].some(({ isOffered }) => isOffered)
  }

  /** What was told, up to a hundred events; waits for the first one, at most so long. Throws when the signal aborts. */
  async next(seconds: number): Promise<LineEvent[]> {
    if (this.#waiting.length === 0) await this.#news(Math.min(seconds, this.#secondsToRetry()))
    this.#tools.signal.throwIfAborted()
    return this.#waiting.splice(0, mostEvents)
  }

  close(): void {
    this.#isClosed = true
    for (const { line } of this.#watched.values()) line?.close()
  }

  async #tryOpen(key: string, watched: Watched): Promise<void> {
    try {
      const line = await openLine(this.#tools, watched.name)
      watched.isOffered = line !== undefined
      if (line) this.#follow(key, watched, line)
      else watched.retryAt = Infinity
    } catch (error) {
      this.#tools.signal.throwIfAborted()
      this.#lost(watched, error)
    }
  }

  #follow(key: string, watched: Watched, line: Line): void {
    watched.line = line
    watched.openedAt = Date.now()
    const follow = async () => {
      for await (const event of line.events()) {
        watched.failures = 0
        this.#waiting.push({ stream: key, event })
        this.#wake?.()
      }
    }
    follow().then(
      () => this.#lost(watched, undefined),
      (error: unknown) => this.#lost(watched, error),
    )
  }

  #lost(watched: Watched, error: unknown): void {
    const heldWell = watched.line && Date.now() - watched.openedAt > goodLineMilliseconds
    delete watched.line
    if (this.#isClosed || this.#tools.signal.aborted) return
    if (heldWell) watched.failures = 0
    watched.retryAt = Date.now() + Math.min(2 ** watched.failures, mostRetrySeconds) * 1000
    watched.failures += 1
    if (watched.failures === tellingFailures) this.#tellOfTrouble(watched, error)
    this.#wake?.()
  }

  #tellOfTrouble({ name }: Watched, error: unknown): void {
    const reason = error instanceof Error ? error.message : 'The server ends it.'
    this.#tools.note(
      `The open line (${keyOf(name)}) cannot be kept: ${reason} It is tried again, less and less often; meanwhile the server is asked for news.`,
    )
  }

  #secondsToRetry(): number {
    const due = [...this.#watched.values()].filter(({ line }) => !line).map(({ retryAt }) => retryAt)
    return Math.max((Math.min(Infinity, ...due) - Date.now()) / 1000, 0.01)
  }

  async #news(seconds: number): Promise<void> {
    const { signal } = this.#tools
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), Math.min(seconds, 3600) * 1000)
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        this.#wake = undefined
        resolve()
      }
      this.#wake = wake
      signal.addEventListener('abort', wake, { once: true })
      if (signal.aborted) wake()
    })
  }
}

export function keyOf({ socket, tag }: StreamName): string {
  return tag === undefined ? socket : `${socket}:${tag}`
}
