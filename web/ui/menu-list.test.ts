import { describe, expect, it } from 'vitest'
import { nextItem } from './menu-list.tsx'

const choices = [{ label: 'Assign' }, { label: 'Snooze' }, { label: 'Set aside' }]

describe('keys in a menu', () => {
  it.each([
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['s', 0, 1],
    ['s', 1, 2],
    ['S', 2, 1],
  ])('%s from line %d leads to line %d', (key, from, to) => expect(nextItem(key, from, choices)).toBe(to))
  it.each(['x', ' ', 'Enter', 'Tab'])('%s leads nowhere', (key) => expect(nextItem(key, 0, choices)).toBeUndefined())
})
