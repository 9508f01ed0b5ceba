import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import { parseFeed } from './parse-feed.ts'
import type { NormalFeed } from './normal-feed.ts'

const url = 'https://blog.example/dir/feed.xml'

function read(text: string | Uint8Array, more: { contentType?: string; contentLocation?: string } = {}): NormalFeed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const parsed = parseFeed({ bytes, url, ...more })
  if (!('feed' in parsed)) throw new Error('taken for no feed')
  return parsed.feed
}

const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`

/** Not the clock's seconds: on a busy machine those say nothing of us. */
function secondsOfWork(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000_000
}

describe('kinds of feeds', () => {
  test('RSS with the usual extensions', () => {
    const feed =
      read(`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Blog</title><link>https://blog.example/</link><ttl>45</ttl><language>de-AT</language>
      <item><title>Tom &amp;amp; Jerry</title><link>/one</link><guid isPermaLink="false">id-1</guid><dc:creator>Ann Abel</dc:creator>
      <pubDate>Sat, 21 Nov 2026 10:00:00 +0100</pubDate><description>short</description><content:encoded><![CDATA[<p>long <a href="two">text</a></p>]]></content:encoded>
      <media:content url="p.jpg"><media:description>A quiet kettle</media:description></media:content></item></channel></rss>`)
    expect(feed).toMatchObject({
      everyMinutes: 45,
      language: 'de-AT',
      link: 'https://blog.example/',
      title: { value: 'Blog' },
    })
    expect(feed.entries).toEqual([
      {
        id: 'id-1',
        title: { value: 'Tom &amp; Jerry', isHtml: true },
        link: 'https://blog.example/one',
        authors: [{ name: 'Ann Abel' }],
        published: new Date('2026-11-21T09:00:00Z'),
        summary: { value: 'short', isHtml: true },
        content: { value: '<p>long <a href="https://blog.example/dir/two">text</a></p>', isHtml: true },
        mediaDescriptions: ['A quiet kettle'],
      },
    ])
  })

  test('Atom, with a text of each kind and nested bases', () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/base/"><title type="text">a &lt;b&gt; c</title>
      <link rel="self" href="feed.xml"/><link href="."/><author><name>Ann</name><uri>ann</uri></author>
      <entry xml:base="deeper/" xml:lang="fr"><id>urn:1</id><updated>2026-11-21T10:00:00Z</updated><title type="html">&lt;i&gt;x&lt;/i&gt;</title>
      <link href="page"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xml:base="deepest/"><img src="p.jpg" alt="a cat"/></div></content></entry></feed>`)
    expect(feed.title).toEqual({ value: 'a <b> c', isHtml: false })
    expect(feed.link).toBe('https://blog.example/base/')
    expect(feed.authors).toEqual([{ name: 'Ann', uri: 'https://blog.example/base/ann' }])
    expect(feed.entries[0]).toMatchObject({
      link: 'https://blog.example/base/deeper/page',
      language: 'fr',
      content: { value: '<div><img alt="a cat" src="https://blog.example/base/deeper/deepest/p.jpg" /></div>' },
    })
  })

  test('RDF, Atom 0.3 and CDF come out alike', () => {
    const rdf =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="c"><title>T</title></channel>
      <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link></item></rdf:RDF>`)
    const old = read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><id>https://a.example/1</id><title>One</title><link rel="alternate" href="https://a.example/1"/></entry></feed>`,
    )
    const cdf = read(
      `<CHANNEL BASE="https://a.example/"><TITLE>T</TITLE><ITEM HREF="1"><TITLE>One</TITLE></ITEM></CHANNEL>`,
    )
    for (const feed of [rdf, old, cdf]) {
      expect(feed.title?.value).toBe('T')
      expect(feed.entries[0]).toMatchObject({ title: { value: 'One' }, link: 'https://a.example/1' })
    }
  })

  test('JSON Feed, also with only a number for its version', () => {
    for (const version of ['https://jsonfeed.org/version/1.1', '1.0']) {
      const feed = read(
        JSON.stringify({ version, title: 'J', items: [{ id: '1', content_html: '<a href="x">y</a>', url: 'one' }] }),
      )
      expect(feed.entries[0]).toMatchObject({
        id: '1',
        link: 'https://blog.example/dir/one',
        content: { value: '<a href="https://blog.example/dir/x">y</a>', isHtml: true },
      })
    }
  })

  test.each([
    rss(''),
    '<rss/>',
    '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    '<rdf:RDF/>',
    '{"version":"https://jsonfeed.org/version/1","items":[]}',
  ])('nothing in it is an empty feed: %s', (text) => expect(read(text).entries).toEqual([]))

  test.each(['', 'hello', '<html><body>hi</body></html>', '{"a":1}', '[]', 'null', '<opml/>'])('no feed: %s', (text) =>
    expect(parseFeed({ bytes: Buffer.from(text), url })).toEqual({ noFeed: text }),
  )

  test('Content-Location stands before the address itself', () => {
    const feed = read(rss('<item><link>/x</link><title>t</title></item>'), {
      contentLocation: 'https://other.example/a/',
    })
    expect(feed.entries[0]?.link).toBe('https://other.example/x')
  })
})

describe('character sets', () => {
  const text = '<?xml version="1.0"?><rss><channel><title>Grüße, Привет</title></channel></rss>'
  const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>Grüße’s</title></channel></rss>'

  test.each([
    ['UTF-8 said by nobody', Buffer.from(text), undefined, 'Grüße, Привет'],
    ['the header', iconv.encode(text, 'koi8-r'), 'text/xml; charset="KOI8-R"', 'Gr??e, Привет'],
    ['the declaration', iconv.encode(latin, 'windows-1252'), 'text/xml', 'Grüße’s'],
    [
      'a mark before a header that lies',
      iconv.encode(text, 'utf-16le', { addBOM: true }),
      'text/xml; charset=utf-8',
      'Grüße, Привет',
    ],
    ['16 bits without a mark', iconv.encode(text, 'utf-16be', { addBOM: false }), undefined, 'Grüße, Привет'],
    [
      '32 bits with a mark',
      Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), iconv.encode(text, 'utf-32be', { addBOM: false })]),
      undefined,
      'Grüße, Привет',
    ],
    ['a header that names no set at all', Buffer.from(text), 'text/xml; charset=nonsense', 'Grüße, Привет'],
    ['UTF-8 said to be Latin-1', Buffer.from(latin), 'text/xml; charset=iso-8859-1', 'Grüße’s'],
    ['Latin-1 said to be UTF-8', iconv.encode(latin, 'windows-1252'), 'text/xml; charset=utf-8', 'Grüße’s'],
  ])('%s', (_, bytes, contentType, title) =>
    expect(read(bytes, contentType ? { contentType } : {}).title?.value).toBe(title),
  )
})

describe('what is broken', () => {
  test.each([
    ['an ampersand', rss('<item><title>A & B</title><link>https://a.example/?x=1&copy=2</link></item>'), 'A & B'],
    ['no end', '<rss><channel><item><title>A &amp; B</title><descr', 'A & B'],
    ['an entity of HTML', rss('<item><title>A&nbsp;&amp;&#160;B</title></item>'), 'A\u00a0&\u00a0B'],
    ['words before the document', `\n\n junk ${rss('<item><title>A &#38; B</title></item>')}`, 'A & B'],
    [
      'entities of its own',
      `<!DOCTYPE rss [<!ENTITY lol "lol">]>${rss('<item><title>A &amp; B &lol;</title></item>')}`,
      'A &amp; B &amp;lol;',
    ],
  ])('%s is read', (_, text, title) => expect(read(text).entries[0]?.title?.value).toBe(title))

  const floods: [string, string][] = [
    ['numeric entities', rss(`<item><title>${'&#65;'.repeat(900_000)}</title></item>`)],
    ['deep elements', rss(`<item><description>${'<a>'.repeat(1_000_000)}`)],
    ['deep HTML', rss(`<item><description><![CDATA[${'<b>'.repeat(1_000_000)}]]></description></item>`)],
    [
      'a billion laughs',
      `<!DOCTYPE lolz [${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('')}]>${rss('<title>&lol9;</title>')}`,
    ],
    ['entries', rss('<item><guid>1</guid><title>x</title></item>'.repeat(100_000))],
    ['one entry of 3 MB', rss(`<item><title>x</title><description>${'word '.repeat(600_000)}</description></item>`)],
    ['opened comments', rss('<!--'.repeat(1_000_000))],
    ['brackets', rss(`<item><title>${'&lt;a '.repeat(700_000)}</title></item>`)],
    ['JSON brackets', `{"version":"1","items":${'['.repeat(1_000_000)}`],
  ]
  test.each(floods)('a flood of %s is over in two seconds', (_, text) => {
    const started = secondsOfWork()
    parseFeed({ bytes: Buffer.from(text), url })
    expect(secondsOfWork() - started).toBeLessThan(2)
  })

  test('any text at all is a feed or is none', () => {
    const parts = constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '&',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<a:b xmlns:a="x">',
      'xml:base="//"',
      'text',
    )
    assert(
      property(array(oneof(parts, string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
        parseFeed({ bytes: Buffer.from(`<rss>${pieces.join('')}`), url })
      }),
      { numRuns: 300 },
    )
  })
})

const recorded = () => {
  const root = inShared('fixtures/feeds')
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.map((one) => ({ name: one.name, bytes: readFileSync(join(one.parentPath, one.name)) }))
}
const hostile = () =>
  ['feedparser', 'gofeed'].flatMap((file) =>
    readFileSync(inShared(`hostile/feeds-sample/${file}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const one: { name: string; text?: string; base64?: string } = JSON.parse(line)
        return { name: one.name, bytes: Buffer.from(one.base64 ?? one.text ?? '', one.base64 ? 'base64' : 'utf8') }
      }),
  )

describe.skipIf(!sharedDir)('recorded feeds (needs the shared folder)', () => {
  test.each([
    ['fixtures/feeds', recorded, 600],
    ['hostile/feeds-sample', hostile, 150],
  ] as const)('none of %s stops or delays us', (_, documents, atLeast) => {
    const all = documents()
    expect(all.length).toBeGreaterThan(atLeast)
    for (const { name, bytes } of all) {
      const started = secondsOfWork()
      parseFeed({ bytes, url })
      expect(secondsOfWork() - started, name).toBeLessThan(2)
    }
  })
})
