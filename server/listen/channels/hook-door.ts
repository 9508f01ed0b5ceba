import { createHash } from 'node:crypto'
import type { Door, Visit } from '../../access/door.ts'
import { Problem } from '../../access/problem.ts'
import { Unsigned, type Push, type PushTools, type Taken } from '../../connectors/connector.ts'
import { listenLog } from '../../log.ts'
import type { ChannelParts } from './channel-parts.ts'
import { noDoor, pausedDoor } from './closed-door.ts'
import type { TakeIn } from './intake.ts'
import type { OpenDoor, OpenedDoor } from './open-door.ts'
import { connectorOf } from './read-settings.ts'

/** The most that one push may carry, in bytes. Networks send one event at a time, or a few hundred small ones. */
const mostBytes = 4 * 1024 * 1024

export interface HookParts {
  channels: ChannelParts
  openDoor: OpenDoor
  takeIn: TakeIn
}

/** Where networks push to, each in its own shape: a GET proves to some that the address is ours, a POST brings news. */
export function hookDoors(parts: HookParts): Door[] {
  const shape = {
    path: '/hooks/:key',
    public: true as const,
    reason: 'The address holds a secret key, and the network signs what it pushes.',
    bodyLimit: mostBytes,
    handle: (visit: Visit) => takePush(parts, visit),
  }
  return [
    { ...shape, method: 'GET', summary: 'The question of a network whether this address is ours.' },
    { ...shape, method: 'POST', summary: 'What a network pushes, signed as it signs. Answered once it is kept.' },
  ]
}

async function takePush({ channels, openDoor, takeIn }: HookParts, visit: Visit): Promise<Response> {
  const door = await openDoor(visit.params['key'] ?? '')
  const connector = door && connectorOf(channels, door.kind)
  if (!door || !connector?.receive) throw noDoor()
  const push = await pushOf(visit)
  const tools = toolsFor(door, channels, visit.signal)
  const taken = await understood(async () => connector.receive!(tools, push), push)
  if (taken.heard.length > 0) {
    if (door.paused) throw pausedDoor()
    await takeIn(door.channel, { webhookId: taken.id ?? printOf(push), heard: taken.heard, refused: [] })
  }
  return answerOf(taken)
}

function answerOf({ answer }: Taken): Response {
  const { status = 200, type = 'text/plain; charset=utf-8', text = '' } = answer ?? {}
  return new Response(text, { status, headers: { 'content-type': type } })
}

async function pushOf(visit: Visit): Promise<Push> {
  const query = visit.query.toString()
  const path = `/hooks/${visit.params['key']}`
  return {
    method: visit.method === 'GET' ? 'GET' : 'POST',
    url: `${visit.origin}${path}${query === '' ? '' : `?${query}`}`,
    headers: visit.headers,
    body: visit.method === 'GET' ? Buffer.alloc(0) : await visit.body(),
  }
}

function toolsFor(
  { settings, channel, kind }: OpenedDoor,
  channels: ChannelParts,
  signal: AbortSignal,
): PushTools<unknown> {
  return {
    settings,
    fetch: (url, options = {}) =>
      channels.fetch(url, { ...options, signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal }),
    signal,
    now: () => new Date(),
    note: (sentence) => listenLog.info({ channelId: channel.id, kind }, sentence),
  }
}

async function understood(receive: () => Promise<Taken>, push: Push): Promise<Taken> {
  try {
    return await receive()
  } catch (thrown) {
    if (thrown instanceof Unsigned) throw new Problem(401, 'bad_signature', thrown.message)
    if (!(thrown instanceof SyntaxError)) throw thrown
    const length = push.body.length
    throw new Problem(400, 'not_readable', `The ${length} bytes of this push cannot be read: ${thrown.message}.`)
  }
}

function printOf({ body }: Push): string {
  return `hook ${createHash('sha256').update(body).digest('base64url')}`
}
