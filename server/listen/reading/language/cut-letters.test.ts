import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLetters, emptyCut } from './cut-letters.ts'
import { hashGrams } from './hash-grams.ts'

function wordsOf(text: string): { word: string; stands: string }[] {
  const cut = cutLetters(text, emptyCut())
  return Array.from({ length: cut.words }, (_, i) => {
    const end = i + 1 < cut.words ? cut.firsts[i + 1]! - 1 : cut.length
    const word = String.fromCharCode(...cut.letters.subarray(cut.firsts[i], end))
    return { word, stands: text.slice(cut.starts[i], cut.ends[i]) }
  })
}

test.each([
  ['It’s sooooo GOOD', ["it's", 'soo', 'good']],
  ['RT @user: see https://a.example/b?c and www.example.com now', ['see', 'and', 'now']],
  ['write to some.one@example.com today', ['write', 'to', 'some', 'today']],
  ['fish &amp; chips &#39;n peas & more', ['fish', 'chips', 'n', 'peas', 'more']],
  ['cafe\u0301 ÉCLAIR', ['café', 'éclair']],
  ['سَلام كـــتاب', ['سلام', 'كتاب']],
  ['これはMacです', ['これは', 'mac', 'です']],
  ['ﬁne Ｗｉｄｅ', ['fne', 'wide']],
  ['a1b2 #TwoWords', ['a', 'b', 'twowords']],
])('“%s” is cut into %j', (text, words) => {
  expect(wordsOf(text).map(({ word }) => word)).toEqual(words)
})

test('every word knows where it stands', () => {
  expect(wordsOf('Ça va, MERCI !').map(({ stands }) => stands)).toEqual(['Ça', 'va', 'MERCI'])
})

/** A text that counts how often one of its units is looked at. */
function counted(text: string): { text: string; looks: () => number } {
  let looks = 0
  const counting = {
    length: text.length,
    charCodeAt: (at: number) => {
      looks += 1
      return text.charCodeAt(at)
    },
    slice: (from: number, to: number) => {
      looks += Math.max(0, to - from)
      return text.slice(from, to)
    },
  }
  return { text: counting as unknown as string, looks: () => looks }
}

function check(text: string): void {
  const { text: counting, looks } = counted(text)
  cutLetters(counting, emptyCut())
  expect(looks()).toBeLessThanOrEqual(6 * Math.min(text.length, 4_000) + 6)
}

test('looks at no unit of a text more than a few times, and at no more than it reads', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '@',
        '&',
        'a',
        ';',
        'rt @',
        'http',
        '://',
        'www.',
        '\u0301',
        '\u200d',
        '🔥',
        "'",
        ' ',
        'が',
        '\ud800',
      ),
    )
    .map((pieces) => pieces.join(''))
  fc.assert(fc.property(hostile, fc.integer({ min: 1, max: 300 }), (text, times) => check(text.repeat(times))))
  for (const text of ['🔥', 'a', '@', '&a', "a'", '\u200b\u202e', 'a\u0301', 'http', 'x@y']) check(text.repeat(50_000))
})

test('never has more features than there is room for', () => {
  const hashes = new Uint32Array(100_000)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', "'", ' ', 'ж'), maxLength: 5_000 }), (text) => {
      const cut = cutLetters(text, emptyCut())
      let count = 0
      for (let word = 0; word < cut.words; word += 1) {
        const end = hashGrams(cut.letters, cut.firsts[word]!, hashes)
        expect(end).toBeLessThanOrEqual(512)
        count += end
      }
      expect(count).toBeLessThanOrEqual(8_192)
    }),
  )
})
