import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { startFakeNetwork } from '../../tests/fake-network.ts'
import type { FakeNetwork } from '../../tests/fake-network.ts'
import { makeOutsideSocket } from './open-socket.ts'

const userAgent = 'Earshot/test'
const open = makeOutsideSocket({ allowLoopback: true, userAgent })
let network: FakeNetwork
let asked: Record<string, unknown> = {}

afterEach(() => network.close())

async function start(act: (line: Duplex) => void): Promise<string> {
  network = await startFakeNetwork(() => ({ status: 401 }))
  network.server.on('upgrade', (request, line) => {
    asked = request.headers
    if (request.url === '/closed') {
      line.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n')
      return
    }
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
    const accept = createHash('sha1').update(key).digest('base64')
    line.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    )
    act(line)
  })
  return network.origin.replace('http', 'ws')
}

function frame(operation: number, text: string): Buffer {
  return Buffer.concat([Buffer.from([0x80 | operation, text.length]), Buffer.from(text)])
}

async function read(messages: AsyncIterable<string>): Promise<string[]> {
  const heard: string[] = []
  for await (const message of messages) heard.push(message)
  return heard
}

test('messages come in order, with our name and our token sent along', async () => {
  const origin = await start((line) => {
    line.write(Buffer.concat([frame(1, 'one'), frame(1, 'two')]))
    setTimeout(() => line.end(frame(8, '')), 20)
  })
  const socket = await open(`${origin}/stream`, { headers: { authorization: 'Bearer 1' } })
  expect(await read(socket.messages())).toEqual(['one', 'two'])
  expect(asked).toMatchObject({ 'user-agent': userAgent, authorization: 'Bearer 1' })
})

test('a cut line hands out what came, then says that it was cut', async () => {
  const origin = await start((line) => {
    line.write(frame(1, 'one'))
    setTimeout(() => line.destroy(), 20)
  })
  const heard: string[] = []
  const reading = async () => {
    for await (const message of (await open(origin)).messages()) heard.push(message)
  }
  await expect(reading()).rejects.toThrow(/was cut/)
  expect(heard).toEqual(['one'])
})

test('pings keep a quiet line alive, silence does not', async () => {
  const origin = await start((line) => {
    let pings = 0
    const timer = setInterval(() => {
      line.write(frame(9, ''))
      if ((pings += 1) === 8) clearInterval(timer)
    }, 100)
    line.on('close', () => clearInterval(timer))
  })
  const started = Date.now()
  await expect(read((await open(origin)).messages(0.4))).rejects.toThrow(/said nothing for 0.4 seconds/)
  expect(Date.now() - started).toBeGreaterThan(1000)
})

test('a refused line tells the status', async () => {
  const origin = await start(() => {})
  await expect(open(`${origin}/closed`)).rejects.toMatchObject({ name: 'OutsideError', status: 401 })
})

test('an address inside is refused', async () => {
  const origin = await start(() => {})
  const careful = makeOutsideSocket({ allowLoopback: false, userAgent })
  await expect(careful(origin)).rejects.toMatchObject({ trouble: 'refused address' })
})

test('the caller’s signal ends the line', async () => {
  const origin = await start(() => {})
  const stop = new AbortController()
  const socket = await open(origin, { signal: stop.signal })
  const reading = read(socket.messages())
  stop.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
})
