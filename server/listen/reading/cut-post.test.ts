import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutPost, evidenceOf, readLength } from './cut-post.ts'
import { wordFlag } from './word-flag.ts'

const words = (text: string) => cutPost({ text }).words

describe('the words of a post', () => {
  test.each([
    ['I LOVE it', ['i', 'love', 'it']],
    ['Don’t, don&#39;t, DON`T', ["don't", "don't", "don't"]],
    [
      'see https://a.example/b?c=d&amp;e. or www.x.example, bit.ly/2xY http',
      ['see', 'http', 'or', 'http', 'http', 'http'],
    ],
    ['RT @Ada_L: ask @bob@social.example or me@x.example', ['rt', '@user', 'ask', '@user', 'or', '@mail']],
    ['#WorstService ever #2 #1', ['worstservice', 'ever', '0', '0']],
    ['12 of 1,000.50 at 10:30, 50% 2nd gr8 4U', ['0', 'of', '0', 'at', '0', '0', '2nd', 'gr8', '4u']],
    ['sooooo goooood!!!', ['soo', 'good', '!!']],
    ['what? what?? what?!?! no!', ['what', '?', 'what', '??', 'what', '?!', 'no', '!']],
    ["ok :-) :)))) ;-) :( :'( xD XD <3 </3 >:(", ['ok', ':)', ':)', ';)', ':(', ":'(", 'xd', 'xd', '<3', '</3', '>:(']],
    ['&lt;3 you', ['<3', 'you']],
    ['well-made, f**k that', ['well', 'made', 'f**k', 'that']],
    ['👍🏽👍❤️👩🏽‍🚀🇩🇪', ['👍', '👍', '❤', '👩‍🚀', '🇩🇪']],
    ['Cafe\u0301 f\u200bree', ['café', 'free']],
    ['مش حلو؟', ['مش', 'حلو', '?']],
    ['荷物が', ['荷', '物', 'が']],
    ['Paid$5', ['paid', '0']],
    ['', []],
    ['  \n ', []],
  ])('of “%s”', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

test('carry what was seen of them', () => {
  const { flags, words: found } = cutPost({ text: 'NO waaay, “great” job... #fail costs £5 😀 :) !! http @a' })
  const named = Object.fromEntries(
    found.map((word, place) => [
      word,
      Object.entries(wordFlag)
        .filter(([, bit]) => flags[place]! & bit)
        .map(([name]) => name),
    ]),
  )
  expect(named).toEqual({
    no: ['capitals'],
    waay: ['lengthened'],
    great: ['afterPause', 'quoted'],
    job: [],
    fail: ['hashtag', 'afterPause', 'afterDots'],
    costs: [],
    '0': ['number', 'money'],
    '😀': ['emoji'],
    ':)': ['emoticon'],
    '!!': ['mark'],
    http: ['link'],
    '@user': ['mention'],
  })
})

test('stand where they stood, in the title or in the text', () => {
  const title = 'Tom &amp; “GREAAAT” boots'
  const text = 'I&#39;m so happy 👍🏽 with www.boots.example'
  const cut = cutPost({ title, text })
  const shown = cut.words.map((_, place) => {
    const { part, start, end } = evidenceOf(cut, place, place + 1)
    return (part === 'title' ? title : text).slice(start, end)
  })
  expect(shown).toEqual(['Tom', 'GREAAAT', 'boots', 'I&#39;m', 'so', 'happy', '👍🏽', 'with', 'www.boots.example'])
  expect(evidenceOf(cut, 2, 4)).toEqual({ part: 'title', start: title.indexOf('boots'), end: title.length })
  expect(cut.flags[3]! & wordFlag.newPart).toBeTruthy()
})

const pieces = [
  '\ud83d',
  '\ude00',
  '👍🏽',
  '\u200d',
  '\ufe0f',
  '\u200b',
  '\u202e',
  '@',
  '#',
  '_',
  '&#x1f600;',
  '&amp;',
  '&#0;',

  'http://',
  'www.',
  'a.b.c/',
  ':',
  '-',
  ')',
  '(',
  '!',
  '?',
  '...',
  "'",
  '’',
  '*',
  '0',
  'A',
  'ß',
  'İ',
  '\u0301',
  'が',
]

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((taken) => taken.join('')),
)

test('whatever the text: words in order, within it, none empty', () => {
  fc.assert(
    fc.property(hostile, fc.option(hostile, { nil: undefined }), (text, title) => {
      const cut = cutPost({ text, ...(title !== undefined && { title }) })
      let before = 0
      for (const [place, word] of cut.words.entries()) {
        expect(word).not.toBe('')
        expect(cut.starts[place]).toBeGreaterThanOrEqual(before)
        expect(cut.ends[place]).toBeGreaterThan(cut.starts[place]!)
        before = cut.ends[place]!
        const { start, end, part } = evidenceOf(cut, place, place + 1)
        expect(0 <= start && start <= end && end <= (part === 'title' ? title! : text).length).toBe(true)
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['emoji', '👩🏽‍🚀'.repeat(10_000)],
  ['one word', 'a'.repeat(50_000)],
  ['what cannot be seen', '\u200b\u202e\u200d'.repeat(20_000)],
  ['dots', 'a.'.repeat(20_000)],
  ['apostrophes', "'".repeat(50_000)],
  ['entities', '&amp;'.repeat(20_000)],
  ['faces', ':-'.repeat(20_000)],
  ['brackets', '('.repeat(20_000)],
])('of too much of %s are no more than what is read', (_, text) => {
  const cut = cutPost({ text })
  expect(cut.words.length).toBeLessThanOrEqual(readLength)
  expect(cut.ends.at(-1) ?? 0).toBeLessThanOrEqual(readLength)
})
