import { channel } from 'node:diagnostics_channel'
import { WebSocket } from 'undici'
import type { Dispatcher } from 'undici'
import { makeCheckedDispatcher } from './checked-dispatcher.ts'
import type { Door } from './checked-dispatcher.ts'
import type { OpenSocket, OutsideSocket, OutsideSocketRequest } from './fetch.ts'
import { MessageQueue } from './message-queue.ts'
import { readOutsideAddress } from './outside-address.ts'
import { OutsideError, outsideErrorFrom } from './outside-error.ts'

/** Makes the door for WebSockets; the same checks as `makeOutsideFetch`. A redirect is never followed. */
export function makeOutsideSocket(door: Door): OpenSocket {
  const dispatcher = makeCheckedDispatcher(door)
  return (url, options = {}) => open(url, options, { door, dispatcher })
}

interface Through {
  door: Door
  dispatcher: Dispatcher
}

async function open(url: string, options: OutsideSocketRequest, { door, dispatcher }: Through): Promise<OutsideSocket> {
  options.signal?.throwIfAborted()
  const address = readOutsideAddress(url, ['ws:', 'wss:', 'http:', 'https:'])
  const host = address.url.host
  const heard: Handshake = {}
  const socket = new WebSocket(address.url, {
    protocols: options.protocols ?? [],
    dispatcher: dispatcher.compose(listenIn(heard)),
    headers: {
      ...(address.authorization && { authorization: address.authorization }),
      ...options.headers,
      'user-agent': door.userAgent,
    },
  })
  const queue = new MessageQueue(host)
  const seconds = Math.min(options.timeoutSeconds ?? 10, door.mostSeconds?.timeout ?? Infinity)
  const abort = () => {
    queue.fail(options.signal?.reason)
    socket.close()
  }
  options.signal?.addEventListener('abort', abort, { once: true })
  queue.onEnd(() => options.signal?.removeEventListener('abort', abort))
  socket.addEventListener('message', ({ data }) => queue.push(typeof data === 'string' ? data : ''))
  socket.addEventListener('close', ({ wasClean }) => (wasClean ? queue.end() : queue.cut()))
  hearPings(socket, queue)
  await opened(socket, { host, seconds, heard, ...(options.signal && { signal: options.signal }) })
  return {
    messages: (idleSeconds = 90) =>
      queue.messages(Math.min(idleSeconds, door.mostSeconds?.idle ?? Infinity), () => socket.close()),
    send: (text) => socket.send(text),
    close: () => socket.close(),
  }
}

interface Opening {
  host: string
  seconds: number
  heard: Handshake
  signal?: AbortSignal
}

function opened(socket: WebSocket, { host, seconds, heard, signal }: Opening): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      clearTimeout(timer)
      socket.close()
      reject(signal?.aborted ? signal.reason : error)
    }
    const timer = setTimeout(
      () => fail(new OutsideError('too slow', `${host} did not open the line within ${seconds} seconds.`)),
      seconds * 1000,
    )
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.addEventListener('close', () => fail(whyNotOpened(host, heard)))
    signal?.addEventListener('abort', () => fail(signal.reason), { once: true })
  })
}

function whyNotOpened(host: string, { status, error }: Handshake): OutsideError {
  if (status !== undefined && status !== 101)
    return new OutsideError('cut', `${host} did not open a line, but answered with status ${status}.`, { status })
  return outsideErrorFrom(error, host)
}

/** What the opening request met; the WebSocket itself does not tell (so that pages cannot spy with it). */
interface Handshake {
  status?: number
  error?: unknown
}

function listenIn(heard: Handshake): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (...given) => handler.onRequestStart?.(...given),
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (...given) => {
        heard.status = given[1]
        return handler.onResponseStart?.(...given)
      },
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => {
        heard.error ??= given[1]
        return handler.onResponseError?.(...given)
      },
    })
}

/** A ping is a sign of life, too; undici answers it and tells of it only here. */
function hearPings(socket: WebSocket, queue: MessageQueue): void {
  const pings = channel('undici:websocket:ping')
  const hear = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'websocket' in message && message.websocket === socket)
      queue.signOfLife()
  }
  pings.subscribe(hear)
  queue.onEnd(() => pings.unsubscribe(hear))
}
