import { expect, test } from 'vitest'
import { presentHealth } from './present-health.ts'

const stateSince = new Date('2026-11-22T09:00:00Z')
const lastHeardAt = new Date('2026-11-22T08:59:00Z')
const row = { state: 'ok' as const, stateNote: '', stateSince, lastHeardAt, behindSeconds: 0 }
const goOn = 'Nothing is lost: we go on from where we were.'

test('what is well says when it was last heard, and needs no sentence', () => {
  expect(presentHealth(row)).toEqual({
    state: 'ok',
    sentence: '',
    since: '2026-11-22T09:00:00.000Z',
    lastHeardAt: '2026-11-22T08:59:00.000Z',
    behindSeconds: 0,
  })
  expect(presentHealth({ ...row, lastHeardAt: null }).lastHeardAt).toBeNull()
})

test.each([
  ['paused', 'an old note', ''],
  ['limited', '2026-11-22T10:05:30.000Z', `The network asks us to wait until 10:05 UTC. ${goOn}`],
  [
    'limited',
    '2026-11-23T00:00:00.000Z The daily budget is used up: 100 posts read.',
    'The daily budget is used up: 100 posts read. We go on at 00:00 UTC, from where we were.',
  ],
  ['limited', '', `The network asks us to wait until later. ${goOn}`],
  ['needs_sign_in', 'Wire does not know this token.', 'Wire does not know this token.'],
  [
    'failing',
    'There is no server named a.example. Check the address.',
    'There is no server named a.example. Check the address.',
  ],
  ['failing', '', `It does not answer. ${goOn}`],
  ['catching_up', 'Reading the whole archive.', 'Reading the whole archive.'],
] as const)('%s with the note “%s”', (state, stateNote, sentence) => {
  expect(presentHealth({ ...row, state, stateNote })).toMatchObject({ state, sentence })
})

test.each([
  [5, 'minute'],
  [600, '10 minutes'],
  [5_399, '90 minutes'],
  [5_400, '2 hours'],
  [86_400, '24 hours'],
  [259_200, '3 days'],
])('%i seconds behind: the last %s', (behindSeconds, span) => {
  const behind = { ...row, state: 'catching_up' as const, behindSeconds }
  const sentence = `Reading what was written in the last ${span}.`
  expect(presentHealth(behind)).toMatchObject({ sentence, behindSeconds })
  expect(presentHealth({ ...behind, stateNote: `behind ${behindSeconds}` }).sentence).toBe(sentence)
})
