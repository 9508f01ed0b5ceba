import { existsSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedDir } from '../../tests/shared-dir.ts'
import { tokenize } from './tokenize.ts'

function shown(text: string): string[] {
  const { words, sigils } = tokenize(text)
  return words.flatMap((word, index) => (sigils[index] === '' ? [word] : [word, sigils[index]!]))
}

describe('what counts as a word', () => {
  test.each([
    ['New Shoes, 2024!', 'new shoes 2024'],
    ["don't wi-fi AT&T", 'don t wi fi at t'],
    ['snake_case _x', 'snake_case _x'],
    ['#Sale @Acme foo@bar ##x', 'sale #sale acme @acme foo bar x #x'],
    ['a#b ❤️#c', 'a b ❤ c'],
    ['🔥🔥 👍🏽 👨‍👩‍👧', '🔥 🔥 👍 👨 👩 👧'],
    ['ÄÖÜ ΣΑΣ İstanbul', 'äöü σασ istanbul'],
    ['東京 に', '東 京 に'],
    ['#東京タワー x', '東 #東京タワー 京 タ ワ ー x'],
    ['iPhoneを買う', 'iphone を 買 う'],
    ['กำ น้ำ', 'ก ำ น้ ำ'],
    ['ا͏لعربية', 'ا͏لعربية'],
    ['\u0301abc', 'abc'],
    ['', ''],
    ['\ud800x\udc00', 'x'],
  ])('%s', (text, words) => {
    expect(shown(text).join(' ')).toBe(words)
  })
})

test('offsets are those of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, starts, ends } = tokenize(text)
      let before = 0
      for (const index of words.keys()) {
        expect(starts[index]).toBeGreaterThanOrEqual(before)
        expect(ends[index]).toBeGreaterThan(starts[index]!)
        before = ends[index]!
      }
      expect(before).toBeLessThanOrEqual(text.length)
    }),
  )
})

const reference = `${sharedDir}/bench/percolate/tokenize.mjs`

test.skipIf(!existsSync(reference))('the same words as the defining tokenizer of the benchmark', async () => {
  const defining: unknown = await import(reference)
  const { tokenize: define } = defining as { tokenize: (text: string) => { tokens: string[]; positions: number[] } }
  const piece = fc.constantFrom(
    'a',
    'B',
    'É',
    'ß',
    'Σ',
    'İ',
    '#',
    '@',
    '_',
    ' ',
    '.',
    '🔥',
    '👍🏽',
    '❤️',
    '\u0301',
    '٣',
    'я',
    '\u200d',
    '\ud800',
    '𝒜',
    'ｱ',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
  fc.assert(
    fc.property(
      text.filter((one) => !spaceless.test(one)),
      (one) => {
        expect(shown(one)).toEqual(define(one).tokens)
      },
    ),
    { numRuns: 3000 },
  )
})
