import { describe, expect, it } from 'vitest'
import { turnChoices } from './offered-turn.ts'

const theirs = { text: '', at: '', direction: 'in' as const, by: '', deleted: false }

describe('the turn menu', () => {
  it('offers the ending first when they wrote that it works now', () =>
    expect(
      turnChoices({ turn: 'ours', lastMessage: theirs, proposedEnding: { messageId: 'm', words: 'works now' } })[0],
    ).toBe('ended'))
  it('offers their turn first while it is ours', () =>
    expect(turnChoices({ turn: 'ours', lastMessage: theirs, proposedEnding: null })[0]).toBe('theirs'))
  it('offers rest first while we wait for them', () =>
    expect(turnChoices({ turn: 'theirs', lastMessage: theirs, proposedEnding: null })[0]).toBe('rest'))
  it('brings back what rests or was set aside', () => {
    expect(turnChoices({ turn: 'resting', lastMessage: theirs, proposedEnding: null })[0]).toBe('ours')
    expect(turnChoices({ turn: 'set_aside', lastMessage: theirs, proposedEnding: null })).toEqual(['ours', 'theirs'])
  })
  it('has nothing to offer once they ended it', () =>
    expect(turnChoices({ turn: 'ended', lastMessage: theirs, proposedEnding: null })).toEqual([]))
})
