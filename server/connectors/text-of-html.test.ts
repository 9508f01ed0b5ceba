import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOfHtml } from './text-of-html.ts'

test.each([
  ['paragraphs and lines', '<p>One</p><p>Two<br>three</p>', 'One\n\nTwo\nthree'],
  ['headings as they were written', '<h2>My Kettle</h2><p>leaks', 'My Kettle\n\nleaks'],
  ['lists as lines', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
  ['what is cited', '<blockquote>It leaks.</blockquote>Mine, too.', '> It leaks.\n\nMine, too.'],
  ['the shape of code', '<pre>if wet\n  stop</pre>', 'if wet\n  stop'],
  ['signs that HTML writes out', 'a &amp; b &lt;c&gt; &#128512;', 'a & b <c> 😀'],
  ['tags that are never closed', '<p>open <b>bold <i>both<p>next', 'open bold both\n\nnext'],
  ['no programs and no styles', '<script>alert(1)</script><style>p{}</style><p>x', 'x'],
  ['signs that are no tags', '1 < 2 <<<>>', '1 < 2 <<<>>'],
  ['nothing', '', ''],
])('reads %s', (_what, html, text) => {
  expect(textOfHtml(html).text).toBe(text)
})

test('long lines stay whole', () => {
  const line = 'kettle '.repeat(100).trim()
  expect(textOfHtml(`<p>${line}</p>`).text).toBe(line)
})

test('links are words in the text and addresses beside it, each once, only those of the web', () => {
  const html = `<p>See <a href="https://a.example/x?y=1&amp;z=2">the page</a>, <a href="https://a.example/x?y=1&amp;z=2">again</a>,
    <a href="mailto:x@a.example">by mail</a>, <a href="javascript:alert(1)">run</a>, <a>nowhere</a>,
    <a href="http://b.example/"><b>there</b></a></p>`
  const { text, links } = textOfHtml(html)
  expect(text).toBe('See the page, again, by mail, run, nowhere, there')
  expect(links).toEqual(['https://a.example/x?y=1&z=2', 'http://b.example/'])
})

test('pictures are told apart from the text by what they are said to show', () => {
  const { text, pictures } = textOfHtml(
    '<p>Look <img src="1.png" alt=" A wet kettle "> <img src=2.png alt=""> <img>here',
  )
  expect(text).toBe('Look here')
  expect(pictures).toEqual(['A wet kettle'])
})

test('one text knows nothing of the one before', () => {
  textOfHtml('<a href="https://a.example">a</a><img alt="b">')
  expect(textOfHtml('plain')).toEqual({ text: 'plain', links: [], pictures: [] })
})

test('a page of links gives the first two hundred', () => {
  const html = Array.from({ length: 300 }, (_, at) => `<a href="https://a.example/${at}">${at}</a> `).join('')
  const { text, links } = textOfHtml(html)
  expect(links).toHaveLength(200)
  expect(text).toMatch(/299$/u)
})

test('hostile depth costs what is in it, and nothing around it', () => {
  const deep = `${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}`
  const { text } = textOfHtml(`<p>before</p>${deep}<p>after</p>`)
  expect(text).toMatch(/^before\b/u)
  expect(text).toMatch(/\bafter$/u)
  expect(text).not.toContain('deep')
})

test('whatever is sent is read, and no line ends in blanks', () => {
  const parts = [
    '<p>',
    '</p>',
    '<ul><li>',
    '<a href="https://a.example">',
    '<img alt=x>',
    '&#0;',
    '<!--',
    '"',
    '<table>',
  ]
  const html = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme' })), { maxLength: 30 })
  fc.assert(
    fc.property(html, (pieces) => {
      const { text, links } = textOfHtml(pieces.join(''))
      expect(text).toBe(text.trim())
      for (const line of text.split('\n')) expect(line).toBe(line.trimEnd())
      expect(new Set(links).size).toBe(links.length)
    }),
  )
})
