import type { Batch, Connector, Pause, Push, Tools } from '../server/connectors/connector.ts'
import { makeOutsideFetch } from '../server/lib/fetch.ts'
import { makeOutsideSocket } from '../server/lib/open-socket.ts'
import type { Heard } from '../server/model/post.ts'

/** Short limits, so that a slow line is given up within a test. */
const door = {
  allowLoopback: true,
  userAgent: 'Earshot/test (+https://earshot.example)',
  mostSeconds: { timeout: 2, idle: 2 },
}
const fetch = makeOutsideFetch(door)
const openSocket = makeOutsideSocket(door)

/** What a connector is handed, with real lines to loopback and waits that are over at once. */
export function makeTools<Settings>(settings: Settings, cursor: unknown, signal: AbortSignal): Tools<Settings> {
  return {
    settings,
    cursor,
    fetch,
    openSocket,
    signal,
    sleep: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      signal.throwIfAborted()
    },
    now: () => new Date(),
    note: () => {},
    spend: () => Promise.resolve(),
  }
}

/** What came of listening for a while. */
export interface Hearing {
  heard: Heard[]
  batches: Batch[]
  /** As the last batch left it. */
  cursor: unknown
  /** What went wrong on the way, oldest first; listening went on after it. */
  errors: unknown[]
  pauses: Pause[]
}

interface Listening<Settings> {
  connector: Connector<Settings>
  settings: Settings
  /** What the network has pushed until now, for a connector that hears by nothing else. */
  pushes?: (() => Push[]) | undefined
  cursor: unknown
  /** Listening ends when this holds. */
  until(hearing: Hearing): boolean
  seconds?: number
}

/** Listens as the listening loop does: goes on from the last cursor after an end or an error, until it has what it waits for. */
export async function hear<Settings>(given: Listening<Settings>): Promise<Hearing> {
  const hearing: Hearing = { heard: [], batches: [], cursor: given.cursor, errors: [], pauses: [] }
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(new Error('heard long enough')), (given.seconds ?? 8) * 1000)
  try {
    while (!stop.signal.aborted && !given.until(hearing)) {
      await listenOnce(given, hearing, stop)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    clearTimeout(timer)
    stop.abort(new Error('heard enough'))
  }
  if (!given.until(hearing)) throw new Error(`not heard in time: ${describe(hearing)}`)
  return hearing
}

async function listenOnce<Settings>(
  given: Listening<Settings>,
  hearing: Hearing,
  stop: AbortController,
): Promise<void> {
  const once = new AbortController()
  const tools = makeTools(given.settings, hearing.cursor, AbortSignal.any([stop.signal, once.signal]))
  if (!given.connector.listen && given.connector.receive) return takePushes(given, hearing, tools)
  const lines = given.connector.listen?.(tools)
  if (!lines) throw new Error(`${given.connector.name} does not listen`)
  try {
    while (true) {
      const next = await lines.next()
      if (next.done) {
        if (next.value) hearing.pauses.push(next.value)
        return
      }
      hearing.batches.push(next.value)
      hearing.heard.push(...next.value.heard)
      hearing.cursor = next.value.cursor
      if (given.until(hearing)) return
    }
  } catch (error) {
    if (!stop.signal.aborted) hearing.errors.push(error)
  } finally {
    once.abort(new Error('heard enough'))
    await lines.return(undefined).catch(() => {})
  }
}

/** The cursor of a connector that is pushed to is how many pushes it has taken. */
async function takePushes<Settings>(
  { connector, pushes }: Listening<Settings>,
  hearing: Hearing,
  tools: Tools<Settings>,
): Promise<void> {
  const taken = typeof hearing.cursor === 'number' ? hearing.cursor : 0
  const push = pushes?.()[taken]
  if (!push || !connector.receive) return
  try {
    const { heard } = await connector.receive(tools, push)
    hearing.heard.push(...heard)
    hearing.batches.push({ heard, cursor: taken + 1 })
  } catch (error) {
    hearing.errors.push(error)
  }
  hearing.cursor = taken + 1
}

function describe({ heard, errors }: Hearing): string {
  const posts = heard.map((one) =>
    one.kind === 'post' ? `${one.post.externalId} “${one.post.text}”` : `${one.externalId} deleted`,
  )
  return JSON.stringify({ heard: posts, errors: errors.map(String) })
}

/** The texts heard under one external id, oldest first. */
export function textsOf(hearing: Hearing, externalId: string): string[] {
  return hearing.heard.flatMap((one) =>
    one.kind === 'post' && one.post.externalId === externalId ? [one.post.text] : [],
  )
}

export function idsOf(hearing: Hearing): string[] {
  return hearing.heard.map((one) => (one.kind === 'post' ? one.post.externalId : one.externalId))
}
