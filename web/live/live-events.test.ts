import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pointClientAt } from './client.ts'
import { followLive } from './live-events.ts'

interface Line {
  response: ServerResponse
  lastId: string
}
let server: Server | undefined
const stops: (() => void)[] = []

/** A real small server that holds the lines open and remembers who asked. */
async function openServer(): Promise<Line[]> {
  const lines: Line[] = []
  server = createServer((request: IncomingMessage, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': here\n\n')
    lines.push({ response, lastId: String(request.headers['last-event-id'] ?? '') })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  pointClientAt(typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '')
  return lines
}

function say(line: Line | undefined, id: string, name: string): void {
  const event = { name, at: new Date().toISOString(), conversationId: null, subjectId: null, by: null }
  line?.response.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`)
}

function follow() {
  const heard: string[] = []
  const gaps = vi.fn<() => void>()
  const stop = followLive({ onEvents: (events) => heard.push(...events.map((event) => event.name)), onGap: gaps })
  stops.push(stop)
  return { heard, gaps, stop }
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  server?.closeAllConnections()
  server?.close()
  pointClientAt('')
})

describe('live events', () => {
  it('arrive in order, and a cut line goes on from the last one heard', async () => {
    const lines = await openServer()
    const { heard } = follow()
    await vi.waitFor(() => expect(lines).toHaveLength(1))
    say(lines[0], '1', 'conversation.opened')
    say(lines[0], '2', 'message.received')
    await vi.waitFor(() => expect(heard).toEqual(['conversation.opened', 'message.received']))
    lines[0]?.response.destroy()
    await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 5_000 })
    expect(lines[1]?.lastId).toBe('2')
    say(lines[1], '3', 'reply.sent')
    await vi.waitFor(() => expect(heard.at(-1)).toBe('reply.sent'))
  })

  it('come over one line for all tabs; when the leading tab closes the next goes on', async () => {
    const lines = await openServer()
    const first = follow()
    await vi.waitFor(() => expect(lines).toHaveLength(1))
    const second = follow()
    say(lines[0], '7', 'topic.changed')
    await vi.waitFor(() => expect(second.heard).toEqual(['topic.changed']))
    expect(first.heard).toEqual(['topic.changed'])
    expect(lines).toHaveLength(1)
    first.stop()
    await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 5_000 })
    expect(lines[1]?.lastId).toBe('7')
    say(lines[1], '8', 'topic.removed')
    await vi.waitFor(() => expect(second.heard).toEqual(['topic.changed', 'topic.removed']))
  })

  it('say that something may be missing when there was no place to go on from', async () => {
    const lines = await openServer()
    const { gaps, heard } = follow()
    await vi.waitFor(() => expect(gaps).toHaveBeenCalledTimes(1))
    lines[0]?.response.write('data: this is not JSON\n\n')
    say(lines[0], '1', 'note.added')
    await vi.waitFor(() => expect(heard).toEqual(['note.added']))
  })
})
