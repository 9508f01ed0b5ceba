import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { defineConnector, type SendOutcome, type Tools } from '../../server/connectors/connector.ts'

/** What the platform took in: every acceptance counts, it knows no keys of ours. */
export interface Accepted {
  text: string
}

export interface LyingPlatform {
  url: string
  accepted: Accepted[]
  /** From now on it behaves. */
  calmDown(): void
  close(): Promise<void>
}

const lies = [
  'honest',
  'accepts, then never answers',
  '500 after accepting',
  'cuts the line after accepting',
  'answers twice',
  '503 without accepting',
] as const

/** A platform without idempotency keys that lies about every third message, in a seeded order. */
export async function startLyingPlatform(seed: number): Promise<LyingPlatform> {
  const accepted: Accepted[] = []
  let calm = false
  let state = seed
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'GET') return answer(response, 200, accepted)
      const lie = calm || next() > 0.4 ? 'honest' : lies[Math.floor(next() * lies.length)]
      if (lie === '503 without accepting') return answer(response, 503, {})
      accepted.push({ text: JSON.parse(Buffer.concat(chunks).toString()).text })
      if (lie === 'accepts, then never answers') return
      if (lie === '500 after accepting') return answer(response, 500, {})
      if (lie === 'cuts the line after accepting') return response.destroy()
      answer(response, 200, { id: `remote ${accepted.length}` })
      if (lie === 'answers twice') response.socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    calmDown: () => (calm = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

/** A network as poor as they come: one address to post to, one list to look at. `at` names the moments of an exchange. */
export function lyingConnector(at: (point: 'request written') => void) {
  return defineConnector<{ url: string }>({
    name: 'lying',
    label: 'Lying platform',
    about: 'For tests.',
    settings: z.strictObject({ url: z.string() }),
    can: { listens: 'pushed', replies: true, privateReplies: false, edits: false, deletions: false, threads: true },
    idSpace: () => 'lying',
    limits: () => ({ textLength: null, replyWindowHours: null }),
    check: () => Promise.resolve({ account: 'lying', notes: [] }),
    async send({ settings, signal }, { text }): Promise<SendOutcome> {
      const asked = fetch(settings.url, {
        method: 'POST',
        body: JSON.stringify({ text }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(400)]),
      })
      setTimeout(() => at('request written'), 3)
      const response = await asked
      if (response.status === 503) return { outcome: 'retry', reason: 'not now', afterSeconds: 0.1 }
      if (response.status !== 200) return { outcome: 'unknown', reason: `answered ${response.status}` }
      const { id } = await response.json()
      return { outcome: 'sent', externalId: id }
    },
    async reconcile({ settings }: Tools<{ url: string }>, { text }) {
      const list: Accepted[] = await (await fetch(settings.url)).json()
      return list.some((one) => one.text === text) ? { outcome: 'sent' } : { outcome: 'absent' }
    },
  })
}
