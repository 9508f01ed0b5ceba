import { describe, expect, it } from 'vitest'
import { type FilterChoice, findChoice } from './filter-choices.ts'

const choices: FilterChoice[] = [
  { name: 'sentiment', pair: 'sentiment', value: 'negative', label: 'Negativ' },
  { name: 'assignee', pair: 'assignee', value: 'me', label: 'Ich' },
  { name: 'assignee', pair: 'assignee', value: 'u1', label: 'Tomás Mendes' },
  { name: 'channel', pair: 'in', value: 'c1', label: 'Mastodon' },
]

describe('a typed pair', () => {
  it.each([
    ['assignee', 'tomas', 'u1'],
    ['assignee', 'mendes', 'u1'],
    ['assignee', 'ME', 'me'],
    ['sentiment', 'negative', 'negative'],
    ['in', 'masto', 'c1'],
    ['channel', 'masto', 'c1'],
  ])('%s:%s finds %s', (pair, value, found) => expect(findChoice(choices, pair, value)?.value).toBe(found))

  it('finds nothing under another name, nor a name nobody has', () => {
    expect(findChoice(choices, 'topic', 'mastodon')).toBeUndefined()
    expect(findChoice(choices, 'assignee', 'olga')).toBeUndefined()
  })
})
