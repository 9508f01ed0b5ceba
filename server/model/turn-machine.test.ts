import { describe, expect, test } from 'vitest'
import { turnAfter, turnWhenTheyWrite, turnWhenWeWrite, turnWithoutReply } from './turn-machine.ts'
import { turns } from './turn.ts'

describe('after they write', () => {
  test.each(turns)('a complaint brings %s to us', (turn) => {
    expect(turnWhenTheyWrite(turn, null)).toBe('ours')
    expect(turnWhenTheyWrite(turn, 'still_failing')).toBe('ours')
  })
  test.each(turns)('a thank-you brings %s to us, unless it is ended', (turn) => {
    expect(turnWhenTheyWrite(turn, 'thanks')).toBe(turn === 'ended' ? 'ended' : 'ours')
  })
})

test.each(turns)('after we write, %s is theirs or ours as we wish, and ended stays ended', (turn) => {
  expect(turnWhenWeWrite(turn)).toBe(turn === 'ended' ? 'ended' : 'theirs')
  expect(turnWhenWeWrite(turn, 'ours')).toBe(turn === 'ended' ? 'ended' : 'ours')
})

const opened = { name: 'conversation.opened', details: {} }
const received = { name: 'message.received', details: { messageId: 'a', turn: 'ours' } }
const replied = { name: 'reply.queued', details: { messageId: 'b', turn: 'theirs' } }

test('the turn follows from the history; notes and assignments do not move it', () => {
  expect(turnAfter([opened, received, replied, { name: 'note.added', details: {} }])).toBe('theirs')
  expect(turnAfter([opened, received, replied, { name: 'conversation.rested', details: {} }])).toBe('resting')
})

test('without a reply that was taken back, the turn is what it was before, or what came since', () => {
  expect(turnWithoutReply([opened, received, replied], 'b')).toBe('ours')
  const ended = { name: 'conversation.ended', details: {} }
  expect(turnWithoutReply([opened, received, replied, ended], 'b')).toBe('ended')
})
