import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Trouble } from './connector-scenario.ts'

export interface FakeRequest {
  method: string
  /** Path and query, as they came. */
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}

export interface FakeAnswer {
  status?: number
  headers?: Record<string, string>
  /** Text or bytes go out as they are, anything else as JSON. */
  body?: unknown
}

/** Answers one request; `'taken'` when it has written to the response itself (an event stream, say). */
export type FakeHandler = (
  request: FakeRequest,
  response: ServerResponse,
) => FakeAnswer | 'taken' | Promise<FakeAnswer | 'taken'>

/** A web server on loopback that plays a network, and can go wrong on purpose. */
export interface FakeNetwork {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** For `upgrade` (WebSockets). */
  server: Server
  /** What was asked, oldest first. */
  requests: FakeRequest[]
  /** Goes wrong this way from now on; lines that are open are cut, too, on `cut` and `wait`. */
  setTrouble(trouble: Trouble | undefined): void
  trouble(): Trouble | undefined
  /** Ends the lines with waiting requests and open streams, without a word. */
  cutLines(): void
  close(): Promise<void>
}

export async function startFakeNetwork(answer: FakeHandler): Promise<FakeNetwork> {
  const sockets = new Set<Socket>()
  const requests: FakeRequest[] = []
  let trouble: Trouble | undefined
  const cutLines = () => sockets.forEach((socket) => socket.destroy())
  const server = createServer((incoming, response) => {
    const meet = async () => {
      const request = await readRequest(incoming)
      requests.push(request)
      if (trouble?.kind !== 'wait') return answerInTrouble({ request, response, answer, trouble })
      response.writeHead(429, { 'retry-after': String(trouble.seconds) }).end('slow down')
    }
    meet().catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    server,
    requests,
    trouble: () => trouble,
    setTrouble(next) {
      trouble = next
      if (next?.kind === 'cut' || next?.kind === 'wait') cutLines()
    },
    cutLines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cutLines()
      }),
  }
}

/** The port a listening server got. */
export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen')
  return address.port
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const parts: Uint8Array[] = []
  for await (const part of incoming) if (part instanceof Uint8Array) parts.push(part)
  const path = incoming.url ?? '/'
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URL(path, 'http://fake').searchParams,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts).toString('utf8'),
  }
}

interface Exchange {
  request: FakeRequest
  response: ServerResponse
  answer: FakeHandler
  trouble: Trouble | undefined
}

async function answerInTrouble(exchange: Exchange): Promise<void> {
  const { request, response, answer } = exchange
  const trouble = exchange.trouble?.kind
  const changesSomething = !['GET', 'HEAD'].includes(request.method)
  const breaksOff = trouble === 'cut' || trouble === 'slow'
  if (changesSomething && breaksOff) return trouble === 'cut' ? cut(response) : undefined
  const given = await answer(request, response)
  if (given === 'taken') return
  if (breaksOff) breakOff(exchange, given)
  else if (trouble && changesSomething) cut(response)
  else response.writeHead(given.status ?? 200, headersOf(given)).end(bytesOf(given.body))
}

function cut(response: ServerResponse): void {
  response.socket?.destroy()
}

/** Begins an answer that never comes to its end. */
function breakOff({ response, trouble }: Exchange, given: FakeAnswer): void {
  const bytes = bytesOf(given.body)
  response.writeHead(given.status ?? 200, { ...headersOf(given), 'content-length': String(bytes.length + 10) })
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
  if (trouble?.kind === 'cut') setTimeout(() => cut(response), 20)
}

function headersOf(given: FakeAnswer): Record<string, string> {
  const isPlain = given.body === undefined || isText(given.body)
  return { 'content-type': isPlain ? 'text/plain' : 'application/json', ...given.headers }
}

function isText(body: unknown): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}
