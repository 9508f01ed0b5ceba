import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pointClientAt } from './client.ts'
import { discardWaiting, sendAnyway, sendOrWait, sendWaiting, waitingSends } from './waiting-sends.ts'

let server: Server
let answer: (response: ServerResponse) => void
const heard: { key: string; text: string; seen: unknown }[] = []

beforeEach(async () => {
  heard.length = 0
  waitingSends.set([])
  answer = (response) => response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"m"}')
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const { text, seenMessageId }: { text: string; seenMessageId?: string } = JSON.parse(body)
      heard.push({ key: String(request.headers['idempotency-key']), text, seen: seenMessageId })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  for (const send of waitingSends.get()) discardWaiting(send.key)
})

function connect(): void {
  const address = server.address()
  pointClientAt(typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '')
}

function write(text: string): Promise<unknown> {
  return sendOrWait({ path: '/conversations/c/replies', body: { text, seenMessageId: 'a' }, to: 'Mara' })
}

describe('what is sent without a connection', () => {
  it('waits, and goes out in order, once each, under the key of its first try', async () => {
    pointClientAt('http://127.0.0.1:9')
    expect(await write('one')).toBe('waiting')
    expect(await write('two')).toBe('waiting')
    const keys = waitingSends.get().map((send) => send.key)
    connect()
    await sendWaiting()
    expect(heard.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(heard.map(({ key }) => key)).toEqual(keys)
    expect(waitingSends.get()).toEqual([])
    await sendWaiting()
    expect(heard).toHaveLength(2)
  })

  it('is asked about when it is older than five minutes', async () => {
    pointClientAt('http://127.0.0.1:9')
    await write('old')
    connect()
    await sendWaiting(Date.now() + 6 * 60_000)
    expect(heard).toEqual([])
    expect(waitingSends.get()).toHaveLength(1)
    await sendAnyway(waitingSends.get()[0]?.key ?? '')
    expect(heard).toMatchObject([{ text: 'old', seen: undefined }])
    expect(waitingSends.get()).toEqual([])
  })

  it('is kept with the sentence of the server when it says no, and can be sent anyway', async () => {
    pointClientAt('http://127.0.0.1:9')
    await write('kept')
    connect()
    const problem = {
      type: 'about:blank',
      title: 'No',
      status: 409,
      code: 'newer_message',
      detail: 'Something new came.',
    }
    answer = (response) => response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(problem))
    await sendWaiting()
    expect(waitingSends.get()).toMatchObject([{ body: { text: 'kept' }, refusal: 'Something new came.' }])
    answer = (response) => response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"m"}')
    await sendAnyway(waitingSends.get()[0]?.key ?? '')
    expect(heard.map(({ seen }) => seen)).toEqual(['a', undefined])
    expect(heard[1]?.key).not.toBe(heard[0]?.key)
    expect(waitingSends.get()).toEqual([])
  })

  it('is not kept when the server refuses at once: the writer has it before them', async () => {
    connect()
    answer = (response) =>
      response
        .writeHead(422, { 'content-type': 'application/json' })
        .end('{"title":"Too long.","status":422,"code":"too_long"}')
    await expect(write('too long')).rejects.toThrow('Too long.')
    expect(waitingSends.get()).toEqual([])
  })
})
