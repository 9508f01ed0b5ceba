import { describe, expect, it } from 'vitest'
import { filtersIn, pathOfView, queryOf, readInboxSearch, readTyped, viewNamed } from './inbox-search.ts'
import { inboxViews } from './inbox-views.ts'

describe('the address of the inbox', () => {
  it('keeps what it knows and drops the rest', () =>
    expect(readInboxSearch({ open: 'c1', topic: '', q: 42, panel: 'person', colour: 'red', turn: ['ours'] })).toEqual({
      open: 'c1',
      q: '42',
      panel: 'person',
    }))
  it('knows two panels and no third', () => {
    expect(readInboxSearch({ panel: 'history' })).toEqual({ panel: 'history' })
    expect(readInboxSearch({ panel: 'notes' })).toEqual({})
  })
  it.each(inboxViews)('leads back to the view %s', (view) => expect(viewNamed(pathOfView(view))).toBe(view))
  it('leads to my own work where it names no view', () => expect(viewNamed('nonsense')).toBe('mine'))
  it('writes views without underlines', () => expect(pathOfView('set_aside')).toBe('set-aside'))
})

describe('filters', () => {
  it('stand in the same order however they were set', () =>
    expect(filtersIn({ q: 'late', turn: 'ours', open: 'c1' })).toEqual([
      { name: 'turn', value: 'ours' },
      { name: 'q', value: 'late' },
    ]))
  it('ask for what runs out first where it waits for us, else for the newest', () => {
    expect(queryOf('mine', {})).toEqual({ view: 'mine', sort: 'clock', copies: 'folded' })
    expect(queryOf('ended', {})).toEqual({ view: 'ended', sort: 'newest', copies: 'folded' })
  })
  it('unfold the copies that are asked for', () =>
    expect(queryOf('all', { copies: 'g1', open: 'c1' })).toEqual({ view: 'all', sort: 'newest', copies: 'g1' }))
})

function find(name: string, value: string) {
  return name === 'topic' ? { name: 'topic' as const, value: value.toLowerCase() } : undefined
}

describe('what is typed into the filter', () => {
  it('becomes filters where the pair is known, and stays words where not', () =>
    expect(readTyped('late TOPIC:Delivery colour:red again', find)).toEqual({
      filters: [{ name: 'topic', value: 'delivery' }],
      words: 'late colour:red again',
    }))
  it('may hold a name of several words in quotes', () =>
    expect(readTyped('topic:"late parcels" now', find)).toEqual({
      filters: [{ name: 'topic', value: 'late parcels' }],
      words: 'now',
    }))
  it('leaves addresses and a pair that is still being typed alone', () =>
    expect(readTyped('https://a.example topic:', find)).toEqual({ filters: [], words: 'https://a.example topic:' }))
  it('may be nothing', () => expect(readTyped('  ', find)).toEqual({ filters: [], words: '' }))
})
