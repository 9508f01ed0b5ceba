import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { startFakeNetwork } from './fake-network.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'
import { answerCall } from './mastodon-calls.ts'
import type { DoubleState, Misbehaviour } from './mastodon-calls.ts'
import { mastodonProfiles } from './mastodon-profiles.ts'
import type { MastodonProfile } from './mastodon-profiles.ts'
import { MastodonWorld } from './mastodon-world.ts'
import type { KeptStatus, NewStatus } from './mastodon-world.ts'
import { acceptSocket, refuseSocket } from './websocket-double.ts'

/** A server of the Mastodon family on loopback, made from recordings: real HTTP, event streams and WebSockets. */
export interface MastodonDouble {
  /** `http://127.0.0.1:PORT`, to be typed as the server. */
  origin: string
  /** The access token of `@acme`. */
  token: string
  network: FakeNetwork
  /** Somebody writes; the home timeline and open lines tell of it. Returns the status' id. */
  addStatus(given: NewStatus | string): string
  /** Somebody speaks to us. */
  addMention(given: NewStatus | string): string
  /** A kind of notification without words for us, as servers tell them among the others. */
  addFavourite(statusId: string): void
  editStatus(id: string, text: string): void
  deleteStatus(id: string): void
  revokeToken(): void
  /** The token is good again, as after signing in once more. */
  allowToken(): void
  /** The rights of the token, `read write:statuses` at first. */
  setScopes(scopes: string): void
  /** Ends all open lines; they may be opened again. */
  cutStreams(): void
  /** Open lines now. */
  openLines(): number
  /** Takes something in or not, and lies about it, for every status posted from now on. */
  misbehave(how: Misbehaviour | undefined): void
  /** What our account has posted, oldest first. */
  posted(): KeptStatus[]
  close(): Promise<void>
}

interface OpenLine {
  stream: string
  tell(event: string, payload: string): void
  cut(): void
}

/** Starts a double with nothing posted, as Mastodon 4.6, GoToSocial 0.7.1 or snac 2.94. */
export async function startMastodonDouble(kind: MastodonProfile['name'] = 'mastodon'): Promise<MastodonDouble> {
  const profile = mastodonProfiles[kind]()
  const world = new MastodonWorld(profile)
  const lines = new Set<OpenLine>()
  const tell = (streams: string[], event: string, payload: unknown) => {
    if (network.trouble()) return
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
    for (const line of lines) if (streams.includes(line.stream)) line.tell(event, text)
  }
  const announce = (status: KeptStatus) => tellOfStatus(world, status, tell)
  const state: DoubleState = {
    world,
    token: 'token-of-acme',
    isRevoked: false,
    scopes: 'read write:statuses',
    misbehaviour: undefined,
    keys: new Map(),
    announce,
  }
  const network = await startFakeNetwork((request, response) => {
    const stream = streamAsked(state, request)
    if (stream === undefined) return answerCall(state, request)
    return profile.eventStream ? openEventStream(lines, stream, response) : { status: 404, body: 'nothing here' }
  })
  network.server.on('upgrade', (request, socket) => openSocketLine({ state, network, lines }, request, socket))
  world.origin = network.origin
  return {
    origin: network.origin,
    token: state.token,
    network,
    ...writing(world, announce, tell),
    revokeToken() {
      state.isRevoked = true
      for (const line of lines) line.cut()
    },
    allowToken: () => void (state.isRevoked = false),
    setScopes: (scopes) => void (state.scopes = scopes),
    cutStreams: () => lines.forEach((line) => line.cut()),
    openLines: () => lines.size,
    misbehave: (how) => void (state.misbehaviour = how),
    posted: () => world.standing.filter(({ by }) => by.id === world.us.id),
    close: () => network.close(),
  }
}

type Tell = (streams: string[], event: string, payload: unknown) => void

function writing(world: MastodonWorld, announce: (status: KeptStatus) => void, tell: Tell) {
  const add = (given: NewStatus | string, extra: Partial<NewStatus> = {}) => {
    const status = world.add({ ...(typeof given === 'string' ? { text: given } : given), ...extra })
    announce(status)
    return status.id
  }
  return {
    addStatus: (given: NewStatus | string) => add(given),
    addMention: (given: NewStatus | string) => add(given, { mentionsUs: true }),
    addFavourite(statusId: string) {
      world.notifications.push({ id: String(900_000 + world.notifications.length), type: 'favourite', statusId })
    },
    editStatus(id: string, text: string) {
      const status = world.find(id)
      if (!status) throw new Error(`no status ${id}`)
      Object.assign(status, { text, editedAt: new Date() })
      tell(['user', 'public'], 'status.update', world.show(status))
    },
    deleteStatus(id: string) {
      const status = world.find(id)
      if (status) status.isRemoved = true
      tell(['user', 'public'], 'delete', id)
    },
  }
}

function tellOfStatus(world: MastodonWorld, status: KeptStatus, tell: Tell): void {
  const shown = world.show(status)
  const isHome = status.visibility !== 'direct' || status.by.id === world.us.id
  if (isHome) tell(['user'], 'update', shown)
  if (status.visibility === 'public') tell(['public', ...status.tags.map((tag) => `hashtag:${tag}`)], 'update', shown)
  const notification = world.notifications.find(({ statusId }) => statusId === status.id)
  if (notification) tell(['user'], 'notification', world.showNotification(notification))
}

/** The stream a request asks for by event stream; `undefined` when it asks for something else. */
function streamAsked(state: DoubleState, { path, query, headers }: FakeRequest): string | undefined {
  const name = /^\/api\/v1\/streaming\/([^?]+)/u.exec(path)?.[1]
  if (name === undefined || name === 'health') return undefined
  const isAllowed = !state.isRevoked && headers['authorization'] === `Bearer ${state.token}`
  if (!isAllowed) return undefined
  return query.has('tag') ? `hashtag:${query.get('tag')}` : name
}

function openEventStream(lines: Set<OpenLine>, stream: string, response: ServerResponse): FakeAnswer | 'taken' {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(':)\n')
  const line: OpenLine = {
    stream,
    tell: (event, payload) => void response.write(`event: ${event}\ndata: ${payload}\n\n`),
    cut: () => void response.destroy(),
  }
  keep(lines, line, response)
  return 'taken'
}

interface Lining {
  state: DoubleState
  network: FakeNetwork
  lines: Set<OpenLine>
}

function openSocketLine({ state, network, lines }: Lining, request: IncomingMessage, socket: Duplex): void {
  const query = new URL(request.url ?? '/', network.origin).searchParams
  const stream = query.has('tag') ? `hashtag:${query.get('tag')}` : query.get('stream')
  const trouble = network.trouble()
  if (trouble?.kind === 'cut') return void socket.destroy()
  if (trouble?.kind === 'slow') return
  if (trouble?.kind === 'wait') return refuseSocket(socket, 429, { 'Retry-After': String(trouble.seconds) })
  const no = whyNoSocket(state, request, query)
  if (no !== undefined || stream === null) return refuseSocket(socket, no ?? 400)
  const open = acceptSocket(request, socket)
  const line: OpenLine = {
    stream,
    tell: (event, payload) => open.send(JSON.stringify({ stream: [stream], event, payload })),
    cut: () => open.cut(),
  }
  keep(lines, line, socket)
}

/** The header is not read: GoToSocial 0.7.1 wants the token in the address. */
function whyNoSocket(state: DoubleState, request: IncomingMessage, query: URLSearchParams): number | undefined {
  const { profile } = state.world
  if (profile.needsUserAgent && !request.headers['user-agent']) return 418
  if (!profile.sockets) return 404
  if (state.isRevoked || query.get('access_token') !== state.token) return 401
  return query.has('stream') ? undefined : 400
}

function keep(lines: Set<OpenLine>, line: OpenLine, until: ServerResponse | Duplex): void {
  lines.add(line)
  until.on('close', () => lines.delete(line))
}
