import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWord, makeWordTable, numberOfWord, takeNumber, wordOf } from './word-table.ts'

test('every word has one number, and comes back from it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 400 }), (words) => {
      const table = makeWordTable()
      const numbers = new Map<string, number>()
      for (const [at, word] of words.entries()) {
        if (at % 7 === 0) takeNumber(table)
        const number = numberOfWord(table, word)
        expect(numbers.get(word) ?? number).toBe(number)
        numbers.set(word, number)
      }
      expect(new Set(numbers.values()).size).toBe(numbers.size)
      for (const [word, number] of numbers) {
        expect(findWord(table, word)).toBe(number)
        expect(wordOf(table, number)).toBe(word)
      }
      expect(findWord(table, 'a word that is thirteen letters and more')).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand words, and none that was not put in', () => {
  const table = makeWordTable()
  for (let at = 0; at < 100_000; at++) expect(numberOfWord(table, `word${at}`)).toBe(at + 1)
  for (let at = 0; at < 100_000; at += 997) expect(findWord(table, `word${at}`)).toBe(at + 1)
  for (let at = 100_000; at < 110_000; at++) expect(findWord(table, `word${at}`)).toBe(0)
})

test('a number without a word has none', () => {
  const table = makeWordTable()
  const number = takeNumber(table)
  expect(wordOf(table, number)).toBe('')
  expect(findWord(table, '')).toBe(0)
})
