import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, pointClientAt, reachable } from './client.ts'
import { entityStore } from './entity-store.ts'
import { actAtOnce } from './optimistic.ts'
import { Refusal } from './refusal.ts'
import { speak } from './text.ts'
import { toasts } from './toasts.ts'
import { undoLast } from './undo.ts'

interface Talk {
  id: string
  turn: string
}
let server: Server
let answer: { status: number; body: unknown; wait?: Promise<void> }
const asked: { method: string; path: string; key: string }[] = []

beforeAll(() => speak('en'))
beforeEach(async () => {
  asked.length = 0
  toasts.set([])
  server = createServer((request, response) => {
    asked.push({
      method: request.method ?? '',
      path: request.url ?? '',
      key: String(request.headers['idempotency-key'] ?? ''),
    })
    void answerTo(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  pointClientAt(typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function answerTo(response: ServerResponse): Promise<void> {
  await answer.wait
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body))
}

function rest(store: ReturnType<typeof entityStore<Talk>>, undo = vi.fn<() => void>()) {
  const going = actAtOnce({
    show: () => [store.change('a', (talk) => ({ ...talk, turn: 'resting' }))],
    send: () => call<Talk>('POST', '/conversations/a/rests', { body: {} }),
    said: 'Resting.',
    undo,
  })
  return { going, undo }
}

function storeWithOne() {
  const store = entityStore<Talk>((before, said) => ({ ...before, ...said }))
  store.keep([{ id: 'a', turn: 'ours' }], store.moment())
  return store
}

describe('an act', () => {
  it('shows before the server has answered, and stays when it has', async () => {
    const store = storeWithOne()
    answer = { status: 201, body: { id: 'a', turn: 'resting' } }
    const { going } = rest(store)
    expect(store.read('a')?.turn).toBe('resting')
    expect(await going).toBe(true)
    expect(store.read('a')?.turn).toBe('resting')
    expect(asked[0]?.key).toMatch(/^[\w-]{36}$/)
  })

  it('is taken back visibly, with the sentence of the server, when it says no', async () => {
    const store = storeWithOne()
    answer = {
      status: 409,
      body: { type: 'about:blank', title: 'No', status: 409, code: 'ended', detail: 'It is over.' },
    }
    expect(await rest(store).going).toBe(false)
    expect(store.read('a')?.turn).toBe('ours')
    expect(toasts.get().map((toast) => toast.text)).toEqual(['It is over.'])
  })

  it('can be undone while it is still on its way: the undo follows the act', async () => {
    const store = storeWithOne()
    const held = Promise.withResolvers<void>()
    answer = { status: 201, body: { id: 'a', turn: 'resting' }, wait: held.promise }
    const { going, undo } = rest(store)
    expect(undoLast()).toBe(true)
    expect(undo).not.toHaveBeenCalled()
    held.resolve()
    await going
    await vi.waitFor(() => expect(undo).toHaveBeenCalledTimes(1))
  })
})

describe('the client', () => {
  it('gives the problem of a refusal, with its field', async () => {
    answer = {
      status: 422,
      body: { type: 'about:blank', title: 'Bad', status: 422, code: 'too_long', field: 'text', detail: 'Too long.' },
    }
    const refused = await call('POST', '/x', { body: {} }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ message: 'Too long.', problem: { field: 'text', status: 422 } })
  })

  it('knows when the server is not there', async () => {
    pointClientAt('http://127.0.0.1:9')
    await expect(call('GET', '/me')).rejects.toThrow('did not answer')
    expect(reachable.get()).toBe(false)
  })
})
