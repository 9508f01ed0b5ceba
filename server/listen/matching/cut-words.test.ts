import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from '../../lib/tokenize.ts'
import { cut, cutSize, cutWords, makeCutWords } from './cut-words.ts'
import type { CutWords } from './cut-words.ts'
import { hashWord } from './word-hash.ts'

function read(words: CutWords, text: string) {
  return Array.from({ length: words.count }, (_, number) => {
    const [from, length, hash, start, end, isSigil] = words.items.subarray(number * cutSize, (number + 1) * cutSize)
    const word = String.fromCharCode(...words.units.subarray(from, from! + length!))
    expect(hash).toBe(hashWord(word))
    return { word, written: text.slice(start, end), isSigil: isSigil === 1 }
  })
}

function expected(text: string) {
  const { words, starts, ends, sigils, sigilEnds } = tokenize(text)
  return words.flatMap((word, at) => [
    { word, written: text.slice(starts[at], ends[at]), isSigil: false },
    ...(sigils[at] === ''
      ? []
      : [{ word: sigils[at]!, written: text.slice(starts[at]! - 1, sigilEnds[at]), isSigil: true }]),
  ])
}

const piece = fc.constantFrom(
  'Acme',
  '#',
  '@',
  ' ',
  '東京',
  'タワー',
  'ÉTÉ',
  'İ',
  '🔥',
  '\u0301',
  '\ud83d',
  'ไทย',
  '_1',
  '.',
  'ẞ',
)

test('cuts any text as the tokenizer does, and the next one after it', () => {
  const words = makeCutWords()
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  fc.assert(
    fc.property(text, (any) => {
      cutWords(words, any)
      expect(read(words, any)).toEqual(expected(any))
    }),
    { numRuns: 2_000 },
  )
})

test('a text of many words, each with a sign, and one long word', () => {
  const words = makeCutWords()
  for (const text of ['#a '.repeat(5_000), 'B'.repeat(20_000)]) {
    cutWords(words, text)
    expect(read(words, text)).toEqual(expected(text))
  }
  expect(cut.isSigil).toBe(cutSize - 1)
})
