import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claimed, decideNext, type Outcome } from './delivery.ts'

const now = new Date('2026-11-22T12:00:00Z')
const claimed = (more: Partial<Claimed> = {}): Claimed => ({
  id: 'd',
  conversationId: 'c',
  channelId: 'n',
  key: 'd',
  fence: '1',
  attempts: 1,
  looks: 0,
  reason: '',
  firstTriedAt: now,
  leasedUntil: new Date(now.getTime() + 60_000),
  frozen: {
    text: 'Sorry!',
    authorName: 'Ada',
    audience: 'public',
    inReplyTo: { postId: 'p', postedAt: now.toISOString() },
  },
  task: 'send',
  ...more,
})
const next = (more: Partial<Claimed>, outcome: Outcome) => decideNext(claimed(more), outcome, { now, lookSeconds: 3 })
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const hoursAgo = (hours: number) => inSeconds(-hours * 3600)

const unknown: Outcome = { outcome: 'unknown', reason: 'The line was cut.' }
const absent: Outcome = { outcome: 'absent' }

describe('what comes after a try or a look', () => {
  test.each<[string, Partial<Claimed>, Outcome, object]>([
    [
      'sent, with its place there',
      {},
      { outcome: 'sent', externalId: '7', url: 'https://a.example/7' },
      { state: 'sent', externalId: '7', url: 'https://a.example/7', notBefore: null },
    ],
    [
      'refused for good',
      {},
      { outcome: 'failed', reason: 'Too long.' },
      { state: 'failed', reason: 'Too long.', notBefore: null },
    ],
    [
      'asked to wait',
      {},
      { outcome: 'retry', reason: 'Busy.', afterSeconds: 30 },
      { state: 'queued', reason: 'Busy.', notBefore: inSeconds(30) },
    ],
    [
      'asked to wait for two days',
      { firstTriedAt: hoursAgo(49) },
      { outcome: 'retry', reason: 'Busy.', afterSeconds: 30 },
      { state: 'failed', reason: 'Tried for two days. Busy.', notBefore: null },
    ],
    [
      'uncertain after sending',
      {},
      unknown,
      { state: 'unknown', reason: 'The line was cut.', notBefore: inSeconds(3), looks: 0 },
    ],
    [
      'uncertain after a look',
      { task: 'look', looks: 1 },
      unknown,
      { state: 'unknown', notBefore: inSeconds(6), looks: 2 },
    ],
    ['not there at the first look', { task: 'look' }, absent, { state: 'unknown', notBefore: inSeconds(3), looks: 1 }],
    [
      'not there at the second look either',
      { task: 'look', looks: 1 },
      absent,
      { state: 'queued', notBefore: now, looks: 0 },
    ],
    ['found by a look', { task: 'look', looks: 1 }, { outcome: 'sent' }, { state: 'sent', reason: '' }],
    [
      'uncertain after six looks: held for a person',
      { task: 'look', looks: 6 },
      unknown,
      { state: 'unknown', reason: 'The line was cut.', notBefore: null },
    ],
    [
      'nobody can look: held for a person',
      { task: 'look' },
      { outcome: 'cannot_look' },
      { state: 'unknown', notBefore: null, reason: expect.stringContaining('Look there') },
    ],
  ])('%s', (_, more, outcome, settled) => expect(next(more, outcome)).toMatchObject(settled))

  test('without a word from the network it waits longer each time, an hour at most', () => {
    const waits = [1, 2, 5, 12, 40].map((attempts) => {
      const { notBefore } = next({ attempts }, { outcome: 'retry', reason: 'Busy.' })
      return (notBefore!.getTime() - now.getTime()) / 1000
    })
    for (const [place, middle] of [2, 4, 32, 3_600, 3_600].entries()) {
      expect(waits[place]).toBeGreaterThanOrEqual(middle * 0.75)
      expect(waits[place]).toBeLessThanOrEqual(middle * 1.25)
    }
  })
})

test('an uncertain reply is sent again only after two looks in a row that did not find it', () => {
  const outcomes = fc.array(fc.constantFrom<Outcome>(unknown, { ...unknown, reason: '' }, absent), { maxLength: 12 })
  fc.assert(
    fc.property(outcomes, (looks) => {
      let one = claimed({ task: 'look', reason: 'The line was cut.' })
      for (const [place, outcome] of looks.entries()) {
        const settled = decideNext(one, outcome, { now, lookSeconds: 3 })
        const absentTwice = outcome.outcome === 'absent' && looks[place - 1]?.outcome === 'absent'
        expect(settled.state).toBe(absentTwice ? 'queued' : 'unknown')
        if (settled.notBefore === null) expect(place).toBeGreaterThanOrEqual(6)
        if (settled.state === 'queued' || settled.notBefore === null) return
        one = claimed({ task: 'look', looks: settled.looks, reason: settled.reason })
      }
    }),
  )
})
