import { describe, expect, it } from 'vitest'
import { stepFrom } from './use-list-keys.ts'

const ids = ['a', 'b', 'c']

describe('moving through a list', () => {
  it('starts at the top', () => expect(stepFrom(ids, undefined, 1)).toBe(0))
  it('stops at the ends', () => {
    expect(stepFrom(ids, { id: 'c', at: 2 }, 1)).toBe(2)
    expect(stepFrom(ids, { id: 'a', at: 0 }, -1)).toBe(0)
  })
  it('goes on from where a row was that has left', () => {
    expect(stepFrom(ids, { id: 'gone', at: 1 }, 1)).toBe(1)
    expect(stepFrom(ids, { id: 'gone', at: 1 }, -1)).toBe(0)
    expect(stepFrom(ids, { id: 'gone', at: 3 }, 1)).toBe(2)
  })
})
