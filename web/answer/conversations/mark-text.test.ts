import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markText } from './mark-text.ts'

describe('marks in a text', () => {
  it('stand where the words hit', () =>
    expect(
      markText('my parcel is lost', [
        { start: 13, end: 17 },
        { start: 3, end: 9 },
      ]).filter((piece) => piece.isMarked),
    ).toEqual([
      { text: 'parcel', isMarked: true },
      { text: 'lost', isMarked: true },
    ]))

  it('never lose or double a character', () => {
    const span = fc.record({ start: fc.integer({ min: -5, max: 40 }), end: fc.integer({ min: -5, max: 60 }) })
    fc.assert(
      fc.property(fc.string(), fc.array(span), (text, spans) => {
        expect(
          markText(text, spans)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
