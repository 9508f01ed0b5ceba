import { Refusal } from '../connector.ts'
import type { Batch, Pause, Tools } from '../connector.ts'
import { NotThere } from '../ask-json.ts'
import { MissingRight } from './ask-server.ts'
import { completeSettings, ownAccountOf } from './complete-settings.ts'
import { hearEvents } from './hear-events.ts'
import { keyOf, OpenLines } from './open-lines.ts'
import { readCursor } from './place.ts'
import type { MastodonCursor, Place } from './place.ts'
import { readNewer } from './read-newer.ts'
import type { Step } from './read-newer.ts'
import type { OwnAccount } from './parse.ts'
import type { MastodonSettings } from './settings.ts'
import { timelinesOf } from './timeline.ts'
import type { Timeline } from './timeline.ts'

/** Everything one run of listening carries along. */
export interface Listening {
  tools: Tools<MastodonSettings>
  us: OwnAccount
  timelines: Timeline[]
  cursor: MastodonCursor
  /** Timelines asked in this run: a new run asks each of them first. */
  asked: Set<string>
  /** Something of the cursor should be kept though nothing was heard. */
  mustKeep: boolean
}

const pauseSeconds = 30
/** Servers allow 300 calls in five minutes; a third of that is enough for us. */
const secondsPerTimeline = 3
/** Open lines may lose something without a word, so their lists are still looked at. */
const lookAgainSeconds = 300
const notOfferedSeconds = 3600

/**
 * Opens lines, catches up from the saved places, then follows the lines. The order matters: what is written while we catch
 * up waits in the lines, so nothing falls between. Without lines it is a single round, to be asked again.
 */
export async function* listen(given: Tools<MastodonSettings>): AsyncGenerator<Batch, Pause | void, void> {
  const cursor = readCursor(given.cursor)
  const settings = await completeSettings(given)
  const tools = { ...given, settings }
  const timelines = timelinesOf(settings)
  const listening = { tools, us: ownAccountOf(settings), timelines, cursor, asked: new Set<string>(), mustKeep: false }
  if (settings !== given.settings) yield { heard: [], cursor: cursorOf(listening), settings }
  const mayStream = (cursor.noLinesUntil ?? 0) <= tools.now().getTime()
  const lines = new OpenLines(tools, mayStream ? timelines.flatMap(({ stream }) => stream ?? []) : [])
  try {
    while (true) {
      const tried = await lines.open()
      if (mayStream && !lines.anyExpected) skipLines(listening)
      yield* catchUp(listening, lines, tried)
      if (!lines.anyExpected) return { waitSeconds: Math.max(pauseSeconds, timelines.length * secondsPerTimeline) }
      const events = await lines.next(secondsToNextLook(listening, lines))
      const heard = hearEvents(listening, events)
      if (heard.length > 0) yield { heard, cursor: cursorOf(listening) }
    }
  } finally {
    lines.close()
  }
}

function skipLines(listening: Listening): void {
  listening.cursor.noLinesUntil = listening.tools.now().getTime() + notOfferedSeconds * 1000
  listening.mustKeep = true
}

async function* catchUp(listening: Listening, lines: OpenLines, tried: string[]): AsyncGenerator<Batch> {
  for (const timeline of listening.timelines) {
    const wasTried = timeline.stream !== undefined && tried.includes(keyOf(timeline.stream))
    if (!wasTried && secondsToLook(listening, lines, timeline) > 0) continue
    listening.asked.add(timeline.name)
    yield* catchUpTimeline(listening, timeline)
  }
}

async function* catchUpTimeline(listening: Listening, timeline: Timeline): AsyncGenerator<Batch> {
  const { tools, us } = listening
  const { server, accessToken } = tools.settings
  const reading = { asking: { server, accessToken, tools }, timeline, us }
  try {
    for await (const step of readNewer(reading, listening.cursor.places[timeline.name])) {
      const batch = keepStep(listening, timeline, step)
      if (batch) yield batch
    }
  } catch (error) {
    if (timeline.needed || !isNotOffered(error)) throw error
    leaveOut(listening, timeline, error)
  }
}

function keepStep(listening: Listening, timeline: Timeline, step: Step): Batch | undefined {
  const { tools, cursor } = listening
  if (step.note) tools.note(step.note)
  const before = cursor.places[timeline.name]
  const { notBefore: _offeredAgain, ...place } = step.place
  cursor.places[timeline.name] = { ...place, askedAt: tools.now().getTime() }
  const isMoved = before?.newest !== step.place.newest || before === undefined || timeline.kind === 'search'
  if (step.heard.length === 0 && !isMoved && !listening.mustKeep) return undefined
  listening.mustKeep = false
  return { heard: step.heard, cursor: cursorOf(listening), ...behind(step, tools.now()) }
}

function behind({ behindSince }: Step, now: Date): Pick<Batch, 'behindSeconds'> {
  return behindSince ? { behindSeconds: Math.max(0, Math.round((now.getTime() - behindSince.getTime()) / 1000)) } : {}
}

/** Servers lack parts, or close them to some: found by trying, tried again after an hour. */
function isNotOffered(error: unknown): error is Error {
  return error instanceof NotThere || error instanceof MissingRight || error instanceof Refusal
}

function leaveOut(listening: Listening, timeline: Timeline, error: Error): void {
  const { tools, cursor } = listening
  const place: Place = cursor.places[timeline.name] ?? { recent: [] }
  cursor.places[timeline.name] = { ...place, notBefore: tools.now().getTime() + notOfferedSeconds * 1000 }
  listening.mustKeep = true
  tools.note(`${timeline.name} cannot be heard on this server and is tried again in an hour. ${error.message}`)
}

/** Seconds until a timeline is to be looked at; 0 or less when that is now. */
function secondsToLook({ tools, cursor, asked }: Listening, lines: OpenLines, timeline: Timeline): number {
  const place = cursor.places[timeline.name]
  const now = tools.now().getTime()
  if (place?.notBefore !== undefined && place.notBefore > now) return (place.notBefore - now) / 1000
  if (!asked.has(timeline.name) && timeline.kind !== 'search') return 0
  const everySeconds = lines.isLive(timeline.stream) ? lookAgainSeconds : timeline.everySeconds
  return everySeconds - (now - (place?.askedAt ?? 0)) / 1000
}

function secondsToNextLook(listening: Listening, lines: OpenLines): number {
  const seconds = listening.timelines.map((timeline) => secondsToLook(listening, lines, timeline))
  return Math.max(Math.min(lookAgainSeconds, ...seconds), 0.01)
}

/** A copy, without the places of timelines that are not listened to any more. */
export function cursorOf({ cursor, timelines }: Listening): MastodonCursor {
  const places = timelines.flatMap(({ name }) => (cursor.places[name] ? [[name, cursor.places[name]] as const] : []))
  return { ...cursor, places: Object.fromEntries(places) }
}
