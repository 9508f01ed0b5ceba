import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startFakeNetwork, type FakeAnswer } from '../../tests/fake-network.ts'
import { makeTools } from '../../tests/hear.ts'
import { OutsideError } from '../lib/outside-error.ts'
import { askJson, callJson, NotThere, secondsToWait } from './ask-json.ts'
import { BackOff, Refusal, SignInNeeded } from './connector.ts'

const now = new Date('2026-11-22T10:00:00Z')
let given: FakeAnswer = {}
const network = await startFakeNetwork(() => given)
afterAll(() => network.close())
beforeEach(() => {
  network.requests.length = 0
  network.setTrouble(undefined)
})

const tools = { ...makeTools({}, null, new AbortController().signal), now: () => now }
const question = { network: 'Wire', address: `${network.origin}/posts?page=2` }

async function thrownAt(answer: FakeAnswer): Promise<unknown> {
  given = answer
  return askJson(tools, question).then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('a question', () => {
  test('is asked for JSON, and its answer read', async () => {
    given = { body: { posts: ['Grüße'] }, headers: { 'x-next': '3' } }
    const answer = await askJson(tools, question)
    expect(answer).toMatchObject({ status: 200, body: { posts: ['Grüße'] } })
    expect(answer.headers.get('x-next')).toBe('3')
    expect(network.requests).toMatchObject([{ method: 'GET', path: '/posts?page=2', body: '' }])
    expect(network.requests[0]?.headers).toMatchObject({ accept: 'application/json' })
    expect(network.requests[0]?.headers).not.toHaveProperty('content-type')
  })

  test('carries its own JSON and headers; ours give way to those of the network', async () => {
    given = { status: 201, body: {} }
    const headers = { accept: 'application/vnd.wire+json', authorization: 'Bearer good' }
    await askJson(tools, { ...question, method: 'POST', headers, body: { text: 'We are “sorry”.' } })
    const [request] = network.requests
    expect(JSON.parse(request?.body ?? '')).toEqual({ text: 'We are “sorry”.' })
    expect(request).toMatchObject({ method: 'POST', headers: { ...headers, 'content-type': 'application/json' } })
  })

  test.each([
    ['a page', '<!doctype html><p>Down for a moment'],
    ['nothing', undefined],
    ['half a document', '{"posts": ['],
  ])('whose answer is %s has an answer without a body', async (_what, body) => {
    given = { body }
    expect(await askJson(tools, question)).toMatchObject({ status: 200, body: undefined })
  })

  test('is refused an answer larger than it allows', async () => {
    given = { body: { text: 'x'.repeat(5_000) } }
    await expect(askJson(tools, { ...question, maxBytes: 1_000 })).rejects.toMatchObject({ trouble: 'too large' })
  })

  test('whose line is cut says so', async () => {
    given = { body: { posts: [] } }
    network.setTrouble({ kind: 'cut' })
    await expect(askJson(tools, question)).rejects.toBeInstanceOf(OutsideError)
  })

  test('that only calls has whatever status as its answer', async () => {
    given = { status: 404, body: { message: 'no such post' } }
    expect(await callJson(tools, question)).toMatchObject({ status: 404, body: { message: 'no such post' } })
  })
})

describe('an answer that is none', () => {
  test.each([
    [401, SignInNeeded, 'Wire does not accept the sign-in (any more): token expired. Sign in again.'],
    [403, SignInNeeded, 'Wire does not let us do that: token expired. Look at the rights you gave.'],
    [404, NotThere, 'Wire has nothing at the address asked for.'],
    [410, NotThere, 'Wire has nothing at the address asked for.'],
    [400, Refusal, 'Wire refused what we asked: token expired.'],
    [422, Refusal, 'Wire refused what we asked: token expired.'],
    [500, Error, 'Wire answered with the error 500: token expired.'],
    [502, Error, 'Wire answered with the error 502: token expired.'],
  ])('%i is said in a sentence with the words of the network', async (status, kind, sentence) => {
    const thrown = await thrownAt({ status, body: { message: 'token expired.' } })
    expect(thrown).toBeInstanceOf(kind)
    expect(thrown).toHaveProperty('message', sentence)
  })

  test('a fault of the network is worth a retry: neither a refusal nor a sign-in', async () => {
    const thrown = await thrownAt({ status: 500, body: 'oh no' })
    expect(thrown).toHaveProperty('name', 'Error')
    expect(thrown).toHaveProperty('message', 'Wire answered with the error 500.')
  })

  test.each([
    [
      'the longest explanation there is',
      { error: 'bad', error_description: 'The grant is over' },
      ': The grant is over',
    ],
    ['an error alone', { error: 'invalid_query' }, ': invalid_query'],
    ['what can be read beside what cannot', { error: { code: 7 }, message: 'Too long…' }, ': Too long…'],
    ['no more than a person reads', { message: 'a'.repeat(5_000) }, `: ${'a'.repeat(300)}`],
    ['nothing where a page came', '<h1>Bad request</h1>', ''],
    ['nothing where a list came', ['bad'], ''],
  ])('quotes %s', async (_what, body, words) => {
    expect(await thrownAt({ status: 400, body })).toHaveProperty('message', `Wire refused what we asked${words}.`)
  })
})

describe('a network that asks to wait', () => {
  test.each([
    ['for seconds', 429, { 'retry-after': '90' }, 90],
    ['until a date', 429, { 'retry-after': 'Sun, 22 Nov 2026 10:02:30 GMT' }, 150],
    ['until a date that is past', 503, { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 1],
    ['for longer than we wait at once', 503, { 'retry-after': '86400' }, 3600],
    ['until its limit begins anew', 429, { 'x-ratelimit-reset': String(now.getTime() / 1000 + 45) }, 45],
    ['in words we do not know', 429, { 'retry-after': 'soon', 'x-rate-limit-reset': '12.2' }, 13],
    ['because of too many questions, without a time', 429, {}, 60],
    ['because it is down, without a time', 503, {}, 30],
  ])('%s is left alone so long', async (_how, status, headers, seconds) => {
    const thrown = await thrownAt({ status, headers, body: { message: 'slow down' } })
    expect(thrown).toBeInstanceOf(BackOff)
    expect(thrown).toMatchObject({ seconds, why: undefined })
  })

  test('no time is read where none is stated', () => {
    expect(secondsToWait(new Headers({ 'retry-after': '' }), now)).toBeUndefined()
  })
})
