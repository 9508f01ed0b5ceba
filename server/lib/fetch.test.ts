import { createServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { portOf, startFakeNetwork } from '../../tests/fake-network.ts'
import type { FakeHandler, FakeNetwork } from '../../tests/fake-network.ts'
import type { Resolve } from './checked-dispatcher.ts'
import { makeOutsideFetch } from './fetch.ts'

const userAgent = 'Earshot/test (+https://earshot.example)'
const open = makeOutsideFetch({ allowLoopback: true, userAgent })

const networks: FakeNetwork[] = []
async function start(answer: FakeHandler): Promise<FakeNetwork> {
  const network = await startFakeNetwork(answer)
  networks.push(network)
  return network
}
afterEach(async () => {
  for (const network of networks.splice(0)) await network.close()
})

async function troubleOf(exchange: Promise<unknown>): Promise<string> {
  return exchange.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'trouble' in error ? String(error.trouble) : String(error)),
  )
}

describe('what a caller gets', () => {
  test('status, headers, text and JSON, with our name sent along', async () => {
    const network = await start(() => ({ body: { hello: 'wörld' }, headers: { etag: '"1"' } }))
    const answer = await open(`${network.origin}/path?q=1`, { headers: { Accept: 'application/json' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(await answer.json()).toEqual({ hello: 'wörld' })
    expect(network.requests[0]).toMatchObject({
      path: '/path?q=1',
      headers: { 'user-agent': userAgent, accept: 'application/json' },
    })
  })

  test.each([
    ['gzip', gzipSync('packed text')],
    ['br', brotliCompressSync('packed text')],
    ['deflate', deflateSync('packed text')],
    ['deflate', deflateRawSync('packed text')],
    ['gzip, br', brotliCompressSync(gzipSync('packed text'))],
    ['identity', Buffer.from('packed text')],
  ])('unpacks %s', async (encoding, body) => {
    const network = await start(() => ({ body, headers: { 'content-encoding': encoding } }))
    expect(await (await open(network.origin)).text()).toBe('packed text')
  })

  test.each(['gzip', 'br', 'deflate'])('an answer without a body that says %s is empty', async (encoding) => {
    const network = await start(({ path }) => ({
      status: path === '/unchanged' ? 304 : 200,
      headers: { 'content-encoding': encoding },
    }))
    for (const path of ['/', '/unchanged']) expect(await (await open(network.origin + path)).text()).toBe('')
    expect(await (await open(network.origin, { method: 'HEAD' })).text()).toBe('')
  })

  test('a body that is not packed as it says is an error with a sentence', async () => {
    const network = await start(() => ({ body: 'plain', headers: { 'content-encoding': 'gzip' } }))
    await expect((await open(network.origin)).text()).rejects.toThrow(/packed in a broken way/)
  })

  test('sends a body and a method', async () => {
    const network = await start(() => ({ status: 201 }))
    const answer = await open(network.origin, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(201)
    expect(network.requests[0]).toMatchObject({ method: 'POST', body: '{"a":1}' })
  })

  test('name and password in an address become a header, and appear nowhere else', async () => {
    const network = await start(() => ({ body: 'ok' }))
    const answer = await open(network.origin.replace('http://', 'http://ann:s%20e@'))
    await answer.bytes()
    expect(network.requests[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('ann:s e').toString('base64')}`)
    expect(answer.url).not.toContain('ann')
  })

  test('streams as it comes', async () => {
    const network = await start((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      let sent = 0
      const timer = setInterval(() => {
        response.write(`data: ${(sent += 1)}\n\n`)
        if (sent === 3) response.end()
      }, 20)
      response.on('close', () => clearInterval(timer))
      return 'taken'
    })
    const heard: string[] = []
    const answer = await open(network.origin, { timeoutSeconds: 0.05 })
    for await (const part of answer.stream()) heard.push(Buffer.from(part).toString())
    expect(heard.join('')).toBe('data: 1\n\ndata: 2\n\ndata: 3\n\n')
  })
})

describe('limits', () => {
  test('size is counted after unpacking: a small packed bomb is stopped', async () => {
    const network = await start(() => ({
      body: gzipSync(Buffer.alloc(50_000_000)),
      headers: { 'content-encoding': 'gzip' },
    }))
    const exchange = open(network.origin).then((answer) => answer.bytes())
    await expect(exchange).rejects.toThrow(/more than 5 MB/)
  })

  test('a body just at the limit is taken', async () => {
    const network = await start(() => ({ body: 'x'.repeat(1000) }))
    expect(await (await open(network.origin, { maxBytes: 1000 })).text()).toHaveLength(1000)
    expect(await troubleOf(open(network.origin, { maxBytes: 999 }).then((answer) => answer.text()))).toBe('too large')
  })

  test('a body that never ends is given up in time', async () => {
    const network = await start(() => ({ body: 'half of it' }))
    network.setTrouble({ kind: 'slow' })
    const started = Date.now()
    const answer = await open(network.origin, { timeoutSeconds: 0.3 })
    await expect(answer.text()).rejects.toThrow(/within 0.3 seconds/)
    expect(Date.now() - started).toBeLessThan(3000)
  })

  test('a silent server is given up in time', async () => {
    const network = await start((_, response) => (response.on('close', () => {}), 'taken'))
    expect(await troubleOf(open(network.origin, { timeoutSeconds: 0.2 }))).toBe('too slow')
  })

  test('a stream that falls silent is given up', async () => {
    const network = await start((_, response) => (response.writeHead(200).write('a'), 'taken'))
    const answer = await open(network.origin)
    const read = async () => {
      for await (const part of answer.stream(0.2)) expect(part).toHaveLength(1)
    }
    await expect(read()).rejects.toThrow(/said nothing for 0.2 seconds/)
  })

  test('a line cut in the middle is told from a whole answer', async () => {
    const network = await start(() => ({ body: 'half of it' }))
    network.setTrouble({ kind: 'cut' })
    expect(await troubleOf(open(network.origin).then((answer) => answer.text()))).toBe('cut')
  })

  test('the caller’s own signal ends it with the caller’s own reason', async () => {
    const network = await start((_, response) => (response.on('close', () => {}), 'taken'))
    const stop = new AbortController()
    const exchange = open(network.origin, { signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(exchange).rejects.toThrow('enough')
  })

  test('nobody there, no such name, no HTTP: each has its sentence', async () => {
    const canary = createServer((socket) => socket.end('hello I am not HTTP\r\n\r\n'))
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
    await expect(open(`http://127.0.0.1:${portOf(canary)}`)).rejects.toThrow(/not HTTP/)
    canary.close()
    await expect(open('http://127.0.0.1:1')).rejects.toThrow(/does not answer/)
    const unknown = makeOutsideFetch({ allowLoopback: true, userAgent, resolve: noAddress })
    await expect(unknown('http://nowhere.example')).rejects.toThrow('There is no server named nowhere.example')
    const network = await start(() => ({ body: '' }))
    await expect(open(network.origin.replace('http:', 'https:'))).rejects.toThrow(/secure line/)
  })
})

const noAddress: Resolve = () => Promise.resolve([])

describe('redirects', () => {
  test.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ] as const)('%i turns %s into %s', async (status, method, becomes) => {
    const network = await start(({ path }) =>
      path === '/new' ? { body: 'here' } : { status, headers: { location: 'new' } },
    )
    const answer = await open(`${network.origin}/old`, { method, body: 'text' })
    expect(await answer.text()).toBe('here')
    expect(answer.url).toBe(`${network.origin}/new`)
    expect(network.requests[1]).toMatchObject({ method: becomes, body: becomes === 'GET' ? '' : 'text' })
    expect(answer.movedTo).toBe(status === 301 || status === 308 ? `${network.origin}/new` : undefined)
  })

  test('one passing redirect among permanent ones is no move', async () => {
    const network = await start(({ path }) => {
      if (path === '/1') return { status: 301, headers: { location: '/2' } }
      if (path === '/2') return { status: 302, headers: { location: '/3' } }
      return { body: 'here' }
    })
    expect((await open(`${network.origin}/1`)).movedTo).toBeUndefined()
  })

  test('goes on for three hops, not for four, and not in a circle', async () => {
    const network = await start(({ path }) =>
      path === '/3' ? { body: 'end' } : { status: 302, headers: { location: `/${Number(path.slice(1)) + 1}` } },
    )
    expect(await (await open(`${network.origin}/0`)).text()).toBe('end')
    expect(await troubleOf(open(`${network.origin}/-1`))).toBe('too many redirects')
    expect((await open(`${network.origin}/0`, { maxHops: 0 })).status).toBe(302)
  })

  test('a token and a cookie stay with the host they were meant for', async () => {
    const other = await start(() => ({ body: 'ok' }))
    const network = await start(({ path }) => ({
      status: 302,
      headers: { location: path === '/here' ? '/there' : `${other.origin}/` },
    }))
    const headers = { Authorization: 'Bearer 1', cookie: 'a=b', 'x-api-key': '2', accept: 'text/html' }
    await open(`${network.origin}/here`, { headers })
    expect(network.requests[1]?.headers['authorization']).toBe('Bearer 1')
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(other.requests[0]?.headers).not.toHaveProperty('cookie')
    expect(other.requests[0]?.headers).not.toHaveProperty('x-api-key')
    expect(other.requests[0]?.headers).toMatchObject({ accept: 'text/html', 'user-agent': userAgent })
  })

  test('a name in UTF-8 in Location is understood', async () => {
    const network = await start(({ path }) =>
      path === '/old'
        ? { status: 301, headers: { location: Buffer.from('/größe').toString('latin1') } }
        : { body: path },
    )
    expect(await (await open(`${network.origin}/old`)).text()).toBe('/gr%C3%B6%C3%9Fe')
  })
})
