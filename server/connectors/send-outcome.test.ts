import { afterAll, describe, expect, test } from 'vitest'
import { startFakeNetwork, type FakeAnswer } from '../../tests/fake-network.ts'
import { makeTools } from '../../tests/hear.ts'
import { OutsideError, type OutsideTrouble } from '../lib/outside-error.ts'
import { callJson } from './ask-json.ts'
import { BackOff, Refusal, SignInNeeded, type SendOutcome } from './connector.ts'
import { outcomeOfFailure, outcomeOfRefusal } from './send-outcome.ts'

const now = new Date('2026-11-22T10:00:00Z')
let given: FakeAnswer = {}
const network = await startFakeNetwork(() => given)
afterAll(() => network.close())
const tools = makeTools({}, null, new AbortController().signal)

/** A reply as every connector sends it: one call, whose failure or answer is judged. */
async function reply(answer: FakeAnswer, address = network.origin): Promise<SendOutcome> {
  given = answer
  try {
    const heard = await callJson(tools, { network: 'Wire', address, method: 'POST', body: { text: 'Hello' } })
    return outcomeOfRefusal(heard, 'Wire', now) ?? { outcome: 'sent' }
  } catch (error) {
    return outcomeOfFailure(error, 'Wire')
  }
}

describe('an answer to a reply', () => {
  test.each([200, 201, 202, 204])('%i: it is sent', async (status) => {
    expect(await reply({ status })).toEqual({ outcome: 'sent' })
  })

  test.each([
    [400, 'Wire refused the reply: Text is too long.'],
    [403, 'Wire refused the reply: Text is too long.'],
    [422, 'Wire refused the reply: Text is too long.'],
    [404, 'The post it answers is gone from Wire, or hidden from us.'],
    [410, 'The post it answers is gone from Wire, or hidden from us.'],
  ])('%i: it failed, and a person reads why', async (status, reason) => {
    expect(await reply({ status, body: { error: 'Text is too long.' } })).toEqual({ outcome: 'failed', reason })
  })

  test('a refusal without words names at least its status', async () => {
    const reason = 'Wire refused the reply with the status 418.'
    expect(await reply({ status: 418, body: 'teapot' })).toEqual({ outcome: 'failed', reason })
  })

  test.each([429, 503])('%i: it is tried again when the network says so', async (status) => {
    const waited = { outcome: 'retry', reason: 'Wire asked to wait.' }
    expect(await reply({ status })).toEqual(waited)
    expect(await reply({ status, headers: { 'retry-after': '120' } })).toEqual({ ...waited, afterSeconds: 120 })
    const date = { 'retry-after': 'Sun, 22 Nov 2026 10:01:00 GMT' }
    expect(await reply({ status, headers: date })).toEqual({ ...waited, afterSeconds: 60 })
  })

  test.each([408, 500, 502, 504])('%i: nobody knows; it is not simply sent again', async (status) => {
    const reason = `Wire answered with the error ${status}; it may have taken the reply all the same.`
    expect(await reply({ status, body: { message: 'oops' } })).toEqual({ outcome: 'unknown', reason })
  })

  test('401: a person has to sign in again, and the reply waits for it', async () => {
    const sentence = 'Wire does not accept the sign-in (any more): revoked. Sign in again.'
    await expect(reply({ status: 401, body: { message: 'revoked' } })).rejects.toThrow(new SignInNeeded(sentence))
  })
})

describe('a line that breaks', () => {
  test('before anything left is tried again', async () => {
    const closed = await startFakeNetwork(() => ({}))
    await closed.close()
    expect(await reply({}, closed.origin)).toMatchObject({ outcome: 'retry' })
    expect(await reply({}, 'no address')).toMatchObject({ outcome: 'retry' })
  })

  test('while the reply is on its way leaves it open', async () => {
    network.setTrouble({ kind: 'cut' })
    const cut = await reply({})
    network.setTrouble(undefined)
    expect(cut).toEqual({
      outcome: 'unknown',
      reason: expect.stringMatching(/was cut .*\. The reply may stand there or not\.$/u),
    })
  })

  test.each<[OutsideTrouble, SendOutcome['outcome']]>([
    ['bad address', 'retry'],
    ['not found', 'retry'],
    ['refused address', 'retry'],
    ['unreachable', 'retry'],
    ['no secure line', 'retry'],
    ['cut', 'unknown'],
    ['too slow', 'unknown'],
    ['too large', 'unknown'],
    ['too many redirects', 'unknown'],
    ['bad answer', 'unknown'],
    ['not readable', 'unknown'],
  ])('by “%s”: %s', (trouble, outcome) => {
    const judged = outcomeOfFailure(new OutsideError(trouble, 'The line broke.'), 'Wire')
    const isOpen = outcome === 'unknown'
    const reason = isOpen ? 'The line broke. The reply may stand there or not.' : 'The line broke.'
    expect(judged).toEqual({ outcome, reason })
  })

  test('for a reason nobody foresaw leaves it open, without the words of the program', () => {
    const reason = 'The line to Wire ended while the reply was on its way. The reply may stand there or not.'
    expect(outcomeOfFailure(new TypeError('x is not a function'), 'Wire')).toEqual({ outcome: 'unknown', reason })
  })

  test('a refusal is final; a sign-in and a wait go to whoever steers', () => {
    expect(outcomeOfFailure(new Refusal('The thread is locked.'), 'Wire')).toEqual({
      outcome: 'failed',
      reason: 'The thread is locked.',
    })
    for (const steering of [new SignInNeeded('Sign in again.'), new BackOff(60)])
      expect(() => outcomeOfFailure(steering, 'Wire')).toThrow(steering)
  })
})
