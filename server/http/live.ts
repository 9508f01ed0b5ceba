import type { Logger } from 'pino'
import { Problem } from '../access/problem.ts'
import { route, type Route, type Streaming } from '../access/route.ts'
import type { Who } from '../access/who.ts'
import type { Database } from '../db/database.ts'
import { inWorkspace } from '../db/workspace.ts'
import { openListener, type Listener } from './live-listener.ts'
import { placeOfNow, readLiveEvents, readPlace, type Place, type TailEvent } from './read-live-events.ts'

const batch = 500
/** How far a page may have fallen behind before it is told to ask for everything again. */
const mostMissed = 5_000
const beatMillis = 15_000
/** A dead session or key is noticed within this time at the latest. */
const checkMillis = 2_500
/** Notices can be lost; then this is how late an event is at most. */
const lookMillis = 1_000
/** An older transaction is still open: look again soon. */
const settleMillis = 25
const streamsPerColleague = 30

/** Live events of every workspace somebody is looking at. */
export interface LiveHub {
  route: Route
  /** Something was said on the store's channel; `undefined` where notices may have been missed. */
  hear: (what: string | undefined, workspaceId: string | undefined) => void
  /** Closes every stream. */
  close: () => void
}

/** What is followed of one workspace while somebody there has a page open. */
interface Tail {
  workspaceId: string
  place: Place
  listeners: Map<Listener, Streaming['stillWho']>
  isReading: boolean
  isAskedAgain: boolean
}

interface Hub {
  db: Database
  log: Logger
  tails: Map<string, Tail>
  isClosed: boolean
}

/** Reads new events once for everybody in a workspace and tells each what they may hear. */
export function openLiveHub(db: Database, log: Logger): LiveHub {
  const hub: Hub = { db, log, tails: new Map(), isClosed: false }
  const forTails = (act: (tail: Tail) => void) => [...hub.tails.values()].forEach(act)
  const timers = [
    setInterval(() => forTails((tail) => void readOn(hub, tail)), lookMillis),
    setInterval(() => forTails((tail) => void checkAll(tail)), checkMillis),
    setInterval(() => forTails((tail) => tail.listeners.forEach((_, listener) => listener.beat())), beatMillis),
  ]
  for (const timer of timers) timer.unref()
  return {
    route: route({
      method: 'GET',
      path: '/live',
      right: 'colleague',
      summary: 'Server-sent events: what happens, in order; goes on after Last-Event-ID',
      answer: null,
      stream: (ask) => listen(hub, ask),
    }),
    hear: (what, workspaceId) => {
      if (what !== undefined && what !== 'events') return
      forTails((tail) => {
        if (workspaceId === undefined || tail.workspaceId === workspaceId) void readOn(hub, tail)
      })
    },
    close: () => {
      hub.isClosed = true
      for (const timer of timers) clearInterval(timer)
      forTails((tail) => [...tail.listeners.keys()].forEach((listener) => listener.close()))
    },
  }
}

async function listen(hub: Hub, ask: Streaming & { who: Who; signal: AbortSignal }): Promise<Response> {
  const { who, signal } = ask
  const now = await inWorkspace(hub.db, who.workspaceId, placeOfNow)
  const tail = tailOf(hub, who.workspaceId, now)
  const own = [...tail.listeners.keys()].filter((one) => one.who.colleagueId === who.colleagueId)
  if (own.length >= streamsPerColleague) {
    throw new Problem(429, 'too_many_streams', 'You have too many live pages open. Close some of them.')
  }
  const asked = readPlace(ask.lastEventId)
  const listener = openListener(who, asked ?? now)
  tail.listeners.set(listener, ask.stillWho)
  listener.signal.addEventListener('abort', () => {
    tail.listeners.delete(listener)
    if (tail.listeners.size === 0) hub.tails.delete(tail.workspaceId)
  })
  signal.addEventListener('abort', listener.close, { once: true })
  if (signal.aborted || hub.isClosed) listener.close()
  void catchUp(hub, tail, { listener, from: asked ?? now })
  return listener.response
}

function tailOf(hub: Hub, workspaceId: string, place: Place): Tail {
  const known = hub.tails.get(workspaceId)
  if (known) return known
  const tail: Tail = { workspaceId, place, listeners: new Map(), isReading: false, isAskedAgain: false }
  hub.tails.set(workspaceId, tail)
  return tail
}

/** Sends what happened since the page was last here, then lets go of what came meanwhile. */
async function catchUp(hub: Hub, tail: Tail, { listener, from }: { listener: Listener; from: Place }): Promise<void> {
  try {
    let after: Place = from
    for (let read = 0; ; read += batch) {
      if (read >= mostMissed) {
        listener.tellGap()
        break
      }
      const { events, hasMore } = await nextEvents(hub, tail, after)
      listener.catchUpOn(events)
      const last = events.at(-1)
      if (!last || !hasMore) break
      after = last.place
    }
    listener.letGo()
  } catch (error) {
    hub.log.error({ err: error }, 'a live page could not catch up')
    listener.close()
  }
}

/** Reads what is new and tells everybody; one at a time for each workspace. */
async function readOn(hub: Hub, tail: Tail): Promise<void> {
  tail.isAskedAgain = true
  if (tail.isReading) return
  tail.isReading = true
  try {
    while (tail.isAskedAgain && tail.listeners.size > 0) {
      tail.isAskedAgain = false
      const { events, hasMore } = await nextEvents(hub, tail, tail.place)
      await tellAll(tail, events)
      if (!hasMore) continue
      if (events.length === batch) tail.isAskedAgain = true
      else setTimeout(() => void readOn(hub, tail), settleMillis).unref()
    }
  } catch (error) {
    hub.log.error({ err: error }, 'new events could not be read; tried again in a second')
  } finally {
    tail.isReading = false
  }
}

async function tellAll(tail: Tail, events: readonly TailEvent[]): Promise<void> {
  const last = events.at(-1)
  if (!last) return
  tail.place = last.place
  if (events.some(({ name }) => /^(?:colleague|key)\./.test(name))) await checkAll(tail)
  for (const listener of tail.listeners.keys()) listener.tell(events)
}

/** Asks again who everybody is: changed grants hold at once, a dead session ends the stream. */
async function checkAll(tail: Tail): Promise<void> {
  await Promise.all(
    [...tail.listeners].map(async ([listener, stillWho]) => {
      const who = await stillWho().catch(() => null)
      if (who) listener.who = who
      else listener.close()
    }),
  )
}

function nextEvents(hub: Hub, tail: Tail, after: Place) {
  return inWorkspace(hub.db, tail.workspaceId, (tx) => readLiveEvents(tx, tail.workspaceId, { after, limit: batch }))
}
