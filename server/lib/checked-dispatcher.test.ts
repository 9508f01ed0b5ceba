import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { portOf, startFakeNetwork } from '../../tests/fake-network.ts'
import type { FakeHandler, FakeNetwork } from '../../tests/fake-network.ts'
import { inShared, sharedDir } from '../../tests/shared-dir.ts'
import type { Resolve } from './checked-dispatcher.ts'
import { makeOutsideFetch } from './fetch.ts'

const userAgent = 'Earshot/test (+https://earshot.example)'
const open = makeOutsideFetch({ allowLoopback: true, userAgent })
const closed = makeOutsideFetch({ allowLoopback: false, userAgent })

const networks: FakeNetwork[] = []
async function start(answer: FakeHandler): Promise<FakeNetwork> {
  const network = await startFakeNetwork(answer)
  networks.push(network)
  return network
}
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close()
})

/** A server that counts connections: whoever may not be reached must see none. */
async function startCanary() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: portOf(server), seen: () => connections, close: () => server.close() }
}

async function troubleOf(exchange: Promise<unknown>): Promise<string> {
  return exchange.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'trouble' in error ? String(error.trouble) : String(error)),
  )
}

const loopbackForAll: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])

describe('inside addresses', () => {
  test.each([301, 302, 303, 307, 308])('%i to the inside is refused', async (status) => {
    const canary = await startCanary()
    const addresses: Record<string, string> = { 'outside.example': '127.0.0.1' }
    const network = await start(() => ({ status, headers: { location: `http://10.0.0.1:${canary.port}/` } }))
    const resolve: Resolve = (name) => Promise.resolve([{ address: addresses[name] ?? '10.0.0.1', family: 4 }])
    const half = makeOutsideFetch({ allowLoopback: true, userAgent, resolve })
    expect(await troubleOf(half(`http://outside.example:${new URL(network.origin).port}/`))).toBe('refused address')
    expect(canary.seen()).toBe(0)
    canary.close()
  })

  const answers: [string, string[]][] = [
    ['loopback', ['127.0.0.1']],
    ['public and private mixed', ['93.184.216.34', '127.0.0.1']],
    ['IPv6 loopback', ['::1']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['compatible', ['::127.0.0.1']],
    ['6to4', ['2002:7f00:1::']],
    ['NAT64', ['64:ff9b::7f00:1']],
    ['metadata', ['169.254.169.254']],
    ['metadata by IPv6', ['fd00:ec2::254']],
  ]
  test.each(answers)('a name that leads inside is refused: %s', async (_, addresses) => {
    const canary = await startCanary()
    const resolve: Resolve = () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
    const fetch = makeOutsideFetch({ allowLoopback: false, userAgent, resolve })
    expect(await troubleOf(fetch(`http://looks-public.example:${canary.port}/`))).toBe('refused address')
    expect(canary.seen()).toBe(0)
    canary.close()
  })

  test('a name that is public first and private then is refused then', async () => {
    const network = await start(() => ({ status: 302, headers: { location: '/again', connection: 'close' } }))
    let asked = 0
    const resolve: Resolve = () =>
      Promise.resolve([{ address: (asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }])
    const fetch = makeOutsideFetch({ allowLoopback: true, userAgent, resolve })
    expect(await troubleOf(fetch(`http://rebinding.example:${new URL(network.origin).port}/`))).toBe('refused address')
    expect(asked).toBe(2)
  })

  test('no loopback by default, in no way of writing it', async () => {
    const canary = await startCanary()
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
      '0',
      '[::ffff:127.0.0.1]',
    ])
      expect(await troubleOf(closed(`http://${host}:${canary.port}/`)), host).toBe('refused address')
    expect(canary.seen()).toBe(0)
    canary.close()
  })

  test('loopback allowed opens loopback alone', async () => {
    for (const host of [
      '169.254.169.254',
      '10.0.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '168.63.129.16',
      '224.0.0.1',
      '240.0.0.1',
      '0.0.0.0',
    ])
      expect(await troubleOf(open(`http://${host}/`)), host).toBe('refused address')
  })

  test.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://x/',
    'data:text/plain,x',
    'nonsense',
    'http://',
    'http://a b/',
  ])('%s is refused with a sentence', async (url) => expect(await troubleOf(closed(url))).toBe('bad address'))

  test.skipIf(!sharedDir)(
    'none of the shared list of hostile addresses is reached (needs the shared folder)',
    async () => {
      const canary = await startCanary()
      const lines = readFileSync(inShared('hostile/ssrf-urls-sample/urls.jsonl'), 'utf8').trim().split('\n')
      const fetch = makeOutsideFetch({ allowLoopback: false, userAgent, resolve: loopbackForAll })
      for (const line of lines) {
        const { url }: { url: string } = JSON.parse(line)
        expect(['bad address', 'refused address'], url).toContain(await troubleOf(fetch(url)))
        const aimed = URL.parse(url)
        if (aimed) aimed.port = String(canary.port)
        if (aimed) expect(['bad address', 'refused address']).toContain(await troubleOf(fetch(aimed.href)))
      }
      expect(lines.length).toBeGreaterThan(20)
      expect(canary.seen()).toBe(0)
      canary.close()
    },
  )
})
