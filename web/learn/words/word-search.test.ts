import { expect, test } from 'vitest'
import { readWordSearch, setOf } from './word-search.ts'

test('without anything in the address the last week is held against the one before', () => {
  const { here, there } = readWordSearch({})
  const now = new Date('2026-11-22T08:30:00Z')
  expect(setOf(here, now)).toEqual({ from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' })
  expect(there !== 'all' && setOf(there, now)).toEqual({
    from: '2026-11-09T00:00:00.000Z',
    to: '2026-11-16T00:00:00.000Z',
  })
})

test('one side alone is held against everything else', () => {
  expect(readWordSearch({ here: { topic: 't' } })).toEqual({ here: { topic: 't' }, there: 'all' })
  expect(readWordSearch({ here: {}, there: 'all' })).toEqual({ here: {}, there: 'all' })
})

test('what is no part of a side is let go', () => {
  const { here } = readWordSearch({ here: { topic: 't', bogus: 'x', channel: 7, span: '' } })
  expect(here).toEqual({ topic: 't' })
  expect(setOf({ sentiment: 'furious', span: 'toString' }, new Date())).toEqual({})
})
