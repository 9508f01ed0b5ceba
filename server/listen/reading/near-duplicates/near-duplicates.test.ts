import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCopyWindow } from './copy-window.ts'
import { foldText } from './fold-text.ts'
import { signText, type Signature } from './sign-text.ts'

const original =
  'The @kestrel kettle I ordered three weeks ago arrived broken, and nobody answers my mails! https://k.example/1'
const other = 'Mein Paket liegt seit Montag in Hannover und die Hotline sagt jeden Tag etwas anderes.'

function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

function signed(text: string): Signature {
  const signature = signText(text)
  if (!signature) throw new Error(`says too little: ${text}`)
  return signature
}

function numbered(number: number): string {
  return `${other} Nummer ${number * 7919} und noch ${number * 104_729} mal ${number}`
}

function windowWith(...texts: string[]) {
  const window = makeCopyWindow()
  for (const [number, text] of texts.entries()) window.add({ id: idOf(number), copiesId: idOf(number) }, signed(text))
  return window
}

describe('a copy is found however it was changed', () => {
  test.each([
    ['prefix', `RT @somebody: ${original}`],
    ['other link', original.replace('https://k.example/1', 'https://short.example/x?y=2')],
    ['other name', original.replace('@kestrel', '@kestrel_support')],
    ['typo', original.replace('arrived', 'arrvied')],
    ['cut', `${original.slice(0, 80)}…`],
    ['capitals', original.toUpperCase()],
    ['emoji and hashtag', `${original} 😡😡 #fail`],
    ['accents and marks', original.replaceAll('e', 'é').replaceAll('!', '?!?')],
  ])('%s', (_, copy) => {
    expect(windowWith(other, original).find(signed(copy))).toMatchObject({ id: idOf(1), copiesId: idOf(1) })
  })
})

test('another complaint about the same thing is no copy', () => {
  const about = 'The kettle is broken after three weeks and I would like to have my money back, please.'
  expect(windowWith(original).find(signed(about))).toBeUndefined()
})

test.each([
  '',
  'Thanks so much!',
  '😡😡😡😡😡😡😡😡😡😡😡😡😡😡😡',
  '@a @b https://long.example/a/very/long/path/indeed/it/is',
])('what says too little is a copy of nothing: “%s”', (text) => expect(signText(text)).toBeUndefined())

test('words without spaces between them are copied too', () => {
  const chinese = '我三个星期前订购的水壶到货时已经坏了而且没有人回复我的邮件真的非常失望请尽快处理'
  expect(windowWith(chinese).find(signed(`转发 ${chinese}！`))?.id).toBe(idOf(0))
})

test('of several that are as much alike, the newest is named', () => {
  expect(windowWith(original, other, original).find(signed(original))?.id).toBe(idOf(2))
})

test('only the newest posts are looked at', () => {
  const window = makeCopyWindow(100)
  window.add({ id: idOf(0), copiesId: idOf(0) }, signed(original))
  for (let number = 1; number < 100; number++)
    window.add({ id: idOf(number), copiesId: idOf(number) }, signed(numbered(number)))
  expect(window.find(signed(original))?.id).toBe(idOf(0))
  window.add({ id: idOf(100), copiesId: idOf(100) }, signed(numbered(100)))
  expect(window.find(signed(original))).toBeUndefined()
})

test('every post of a window that grew is still found', () => {
  const texts = Array.from({ length: 3_000 }, (_, at) =>
    Array.from({ length: 8 }, (_one, word) => wordOf(at * 8 + word)).join(' '),
  )
  const window = windowWith(...texts)
  expect(texts.every((text, at) => window.find(signed(text))?.id === idOf(at))).toBe(true)
})

function wordOf(seed: number): string {
  let [word, left] = ['', (Math.imul(seed + 1, 0x9e3779b1) >>> 0) + 1]
  for (; left > 0; left = Math.floor(left / 26)) word += String.fromCharCode(97 + (left % 26))
  return word
}

test('a storm of one text is not compared with the whole of itself', () => {
  const window = makeCopyWindow()
  for (let copy = 0; copy < 5_000; copy++) {
    const signature = signed(`${original} ${copy % 10}`)
    window.find(signature)
    window.add({ id: idOf(copy), copiesId: idOf(0) }, signature)
  }
  expect(window.compared()).toBeLessThan(5_000 * 130)
  expect(window.find(signed(original))?.copiesId).toBe(idOf(0))
})

describe('whatever somebody posts', () => {
  const hostile = oneof(
    string({ unit: 'binary', maxLength: 3_000 }),
    string({ unit: 'grapheme', maxLength: 500 }),
    constantFrom(
      '😀'.repeat(10_000),
      '\u200d'.repeat(50_000),
      '\u202e'.repeat(5_000),
      'x'.repeat(50_000),
      '@'.repeat(50_000),
      'http://'.repeat(9_000),
      '\ud800'.repeat(3_000),
      'e\u0301'.repeat(20_000),
      '&amp'.repeat(20_000),
    ),
  )

  test('folding ends in letters and numbers, and no longer than what is read allows', () => {
    assert(
      property(hostile, (text) => {
        const folded = foldText(text)
        expect(folded).toBe(folded.trim())
        // One sign can be written out as up to 18 letters.
        expect(folded.length).toBeLessThanOrEqual(2_000 * 18)
      }),
    )
  })

  test('it has the same signature each time, and is found by it', () => {
    assert(
      property(hostile, (text) => {
        const signature = signText(text)
        if (!signature) return
        expect(signText(text)).toEqual(signature)
        const window = makeCopyWindow()
        window.add({ id: idOf(1), copiesId: idOf(2) }, signature)
        expect(window.find(signature)).toEqual({ id: idOf(1), copiesId: idOf(2), agreeing: 64 })
      }),
    )
  })
})
