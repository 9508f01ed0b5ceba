import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCharacters } from './compose-status.ts'
import { readPageLinks } from './link-header.ts'
import { bareText } from './find-sent.ts'
import { textOfHtml } from './text-of-html.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('text of HTML', () => {
  test('whatever was typed comes back as it was typed', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^\S+$/u.test(text) && !/[\u00ad\u200b\ufeff]/u.test(text))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(textOfHtml(`<p>${escaped(words.join(' '))}</p>`).text).toBe(words.join(' '))
      }),
    )
  })

  test('no markup is too broken to be read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', 'p', 'a', '/', '&', '"', '=', ' ', 'x', ';') }),
        (html) => {
          expect(typeof textOfHtml(html).text).toBe('string')
        },
      ),
    )
  })

  test.each([
    ['<p>one<br>two</p><p>three</p>', 'one\ntwo\n\nthree'],
    ['<p>one<br />two</p>', 'one\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<blockquote><p>said</p></blockquote><p>answered</p>', '> said\n\nanswered'],
    ['<h1>Title</h1><p>text</p>', 'Title\n\ntext'],
    ['<pre><code>a\n  b</code></pre>', 'a\n  b'],
    ['text &amp; more &lt;3', 'text & more <3'],
    ['', ''],
  ])('%s', (html, text) => expect(textOfHtml(html).text.replace(/^ +/u, '').replaceAll('\n - ', '\n- ')).toBe(text))

  test('links are those a person would follow, each once', () => {
    const html =
      '<a href="https://a.example/" class="u-url mention">@a</a> <a href="https://a.example/tags/x" class="mention hashtag">#x</a> <a href="https://b.example/?a=1&amp;b=2">b</a> <a href="https://b.example/?a=1&amp;b=2">again</a> <a href="javascript:alert(1)">no</a>'
    expect(textOfHtml(html).links).toEqual(['https://b.example/?a=1&b=2'])
  })
})

test('the neighbours of a page are read from its links', () => {
  const link = '<https://a.example/x?limit=2&max_id=01ABC>; rel="next", <https://a.example/x?min_id=01XYZ>; rel="prev"'
  expect(readPageLinks(link)).toEqual({ older: '01ABC', newer: '01XYZ' })
  expect(readPageLinks('</x?since_id=5>; rel=prev')).toEqual({ newer: '5' })
  expect(readPageLinks(null)).toEqual({})
  fc.assert(fc.property(fc.string(), (header) => typeof readPageLinks(header) === 'object'))
})

test('counting never fails and never counts more than there is, links aside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const length = countCharacters(text, 23)
      expect(length).toBeGreaterThanOrEqual(0)
      if (!/https?:/iu.test(text)) expect(length).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('a reply is known again by its words alone', () => {
  expect(bareText('@a@b.example It *left*, see https://x.example/?a=1')).toBe(
    bareText('@a It left, see https://x.example/?a=1'),
  )
  expect(bareText('@a 👍')).toBe('👍')
  expect(bareText('@a Yes.')).not.toBe(bareText('@a No.'))
})
