import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipSample } from './clip-sample.ts'

test('a long text is shown around its first hit', () => {
  const text = `${'lorem ipsum '.repeat(50)}parcel ${'dolor sit '.repeat(50)}`
  const start = text.indexOf('parcel')
  const clipped = clipSample(text, [{ start, end: start + 6 }])
  expect(clipped.text.startsWith('…')).toBe(true)
  expect(clipped.text.slice(clipped.places[0]!.start, clipped.places[0]!.end)).toBe('parcel')
})

test('marked words stay the same words, and no character is cut in two', () => {
  const hit = fc.tuple(fc.nat(2_000), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 1_500 }), fc.array(hit, { maxLength: 5 }), (text, hits) => {
      const inside = hits.filter((place) => place.end <= text.length)
      const clipped = clipSample(text, inside)
      expect(clipped.text.isWellFormed()).toBe(true)
      for (const place of clipped.places) expect(text).toContain(clipped.text.slice(place.start, place.end))
    }),
  )
})
