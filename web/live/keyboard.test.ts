import { describe, expect, it } from 'vitest'
import type { BoundAction } from './actions.ts'
import { type KeyState, decideKey } from './keyboard.ts'

const act = (id: string, keys: string[], more: Partial<BoundAction> = {}): BoundAction => ({
  id,
  label: 'actions.undo',
  group: 'everywhere',
  keys,
  run: () => undefined,
  ...more,
})
const actions = [
  act('inbox', ['g i']),
  act('me', ['i']),
  act('palette', ['mod+k'], { inFields: true }),
  act('close', ['escape'], { inFields: true }),
  act('all', ['mod+a']),
]

/** What a row of keys does, each 100 ms after the one before unless said otherwise. */
function press(keys: string[], { inField = false, apart = 100 } = {}): (string | undefined)[] {
  let state: KeyState | null = null
  return keys.map((key, index) => {
    const decided = decideKey({ key, at: index * apart, inField }, state, actions)
    state = decided.state
    return decided.action?.id
  })
}

describe('keys', () => {
  it('run what they stand for', () => expect(press(['i', 'mod+k'])).toEqual(['me', 'palette']))
  it('wait for the second of a sequence', () => expect(press(['g', 'i'])).toEqual([undefined, 'inbox']))
  it('forget the first after 1.2 s', () => expect(press(['g', 'i'], { apart: 1_300 })).toEqual([undefined, 'me']))
  it('do nothing in a text field without ⌘ or Ctrl', () =>
    expect(press(['i', 'g', 'i', 'mod+k', 'mod+a', 'escape'], { inField: true })).toEqual([
      undefined,
      undefined,
      undefined,
      'palette',
      undefined,
      'close',
    ]))
  it('are taken by the innermost screen first', () => {
    const inner = act('inner', ['i'])
    const off = act('off', ['i'], { when: () => false })
    expect(decideKey({ key: 'i', at: 0, inField: false }, null, [...actions, inner, off]).action).toBe(inner)
  })
})
