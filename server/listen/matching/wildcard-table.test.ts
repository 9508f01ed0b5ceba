import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsWildcard } from '../../lib/wildcard.ts'
import { addWildcard, fitsNone, makeWildcardTable, notAsked, wildcardsOf, wildcardsOfLeaf } from './wildcard-table.ts'
import { hashWord } from './word-hash.ts'
import type { Spelled } from './word-table.ts'

function spelled(word: string): Spelled {
  return {
    units: Uint16Array.from(word, (_, at) => word.charCodeAt(at)),
    from: 0,
    length: word.length,
    hash: hashWord(word),
  }
}

const letters = (...alphabet: string[]) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 7 })

test('a word fits the same wildcards as one by one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(letters('a', 'b', '*', '?'), { maxLength: 40 }),
      fc.array(letters('a', 'b', 'c')),
      (texts, words) => {
        const patterns = texts.filter((text) => /[*?]/.test(text))
        const table = makeWildcardTable()
        for (const [at, pattern] of patterns.entries()) addWildcard(table, at + 1, pattern)
        for (const word of words) {
          const expected = patterns.flatMap((pattern, at) => (fitsWildcard(pattern, word) ? [at + 1] : []))
          expect(wildcardsOf(table, spelled(word)).toSorted((a, b) => a - b)).toEqual(expected)
        }
      },
    ),
    { numRuns: 1_000 },
  )
})

test('what a word of the index fits is asked again after a new wildcard', () => {
  const table = makeWildcardTable()
  addWildcard(table, 1, 'ship*')
  expect(wildcardsOfLeaf(table, 50, spelled('shipping'))).toEqual([1])
  expect(wildcardsOfLeaf(table, 51, spelled('boat'))).toEqual([])
  expect(table.known[51]).toBe(fitsNone)
  addWildcard(table, 2, 'b?at')
  expect(table.known[51]).toBe(notAsked)
  expect(wildcardsOfLeaf(table, 51, spelled('boat'))).toEqual([2])
})

test('beginnings of more than thirty letters', () => {
  const table = makeWildcardTable()
  const long = 'a'.repeat(40)
  addWildcard(table, 1, `${long}*`)
  addWildcard(table, 2, `${'a'.repeat(33)}*`)
  expect(wildcardsOf(table, spelled(`${long}b`)).toSorted((a, b) => a - b)).toEqual([1, 2])
  expect(wildcardsOf(table, spelled('a'.repeat(35)))).toEqual([2])
})
