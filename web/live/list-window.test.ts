import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyWindow, neighbourOf, receivePage, receiveReading, removeFrom, showFresh } from './list-window.ts'

const read = { ...emptyWindow, shown: ['a', 'b', 'c', 'd'] }

describe('a list while somebody reads it', () => {
  it('counts what is new instead of moving', () => {
    const after = receiveReading(read, { ids: ['x', 'y', 'a', 'b', 'c', 'd'], isWhole: true, isFree: false })
    expect(after.shown).toEqual(['a', 'b', 'c', 'd'])
    expect(after.fresh).toEqual(['x', 'y'])
    expect(showFresh(after).shown).toEqual(['x', 'y', 'a', 'b', 'c', 'd'])
  })

  it('lets the new slide in where nobody is disturbed', () => {
    expect(receiveReading(read, { ids: ['x', 'a', 'b'], isWhole: true, isFree: true }).shown).toEqual(['x', 'a', 'b'])
  })

  it('dims what no longer fits until the list is brought up to date', () => {
    const after = receiveReading(read, { ids: ['a', 'c', 'd'], isWhole: true, isFree: false })
    expect(after.shown).toEqual(['a', 'b', 'c', 'd'])
    expect([...after.left]).toEqual(['b'])
    expect(showFresh(after).shown).toEqual(['a', 'c', 'd'])
  })

  it('lets go at once what the reader acted on', () => {
    const after = receiveReading(read, { ids: ['a', 'c', 'd'], isWhole: true, isFree: false, own: new Set(['b']) })
    expect(after.shown).toEqual(['a', 'c', 'd'])
    expect(removeFrom(read, new Set(['b'])).shown).toEqual(['a', 'c', 'd'])
  })

  it('puts what the reader took back where it was', () => {
    const gone = removeFrom(read, new Set(['b']))
    const ids = ['x', 'a', 'b', 'c', 'd']
    const after = receiveReading(gone, { ids, isWhole: true, isFree: false, back: (id) => id === 'b' })
    expect(after.shown).toEqual(['a', 'b', 'c', 'd'])
    expect(after.fresh).toEqual(['x'])
  })

  it('keeps the rows beyond the part that was asked again', () => {
    const after = receiveReading(read, { ids: ['x', 'a', 'b'], isWhole: false, isFree: false })
    expect(after.shown).toEqual(['a', 'b', 'c', 'd'])
    expect(after.left.size).toBe(0)
    expect(receivePage(after, ['d', 'e', 'x']).shown).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('never moves a row that stays, and never shows one twice', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), { maxLength: 10 })
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (shown, server, isWhole) => {
        const after = receiveReading({ ...emptyWindow, shown }, { ids: server, isWhole, isFree: false })
        expect(after.shown).toEqual(shown)
        expect(new Set([...after.shown, ...after.fresh]).size).toBe(after.shown.length + after.fresh.length)
      }),
    )
  })

  it('puts the focus on the next row, and on the one before at the end', () => {
    expect(neighbourOf(['a', 'b'], 'a')).toBe('b')
    expect(neighbourOf(['a', 'b'], 'b')).toBe('a')
    expect(neighbourOf(['a'], 'a')).toBeUndefined()
  })
})
