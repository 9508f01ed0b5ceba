import { expect, test } from 'vitest'
import { normaliseByFallback } from './normalise-fallback.ts'

test('the second parser’s reading comes out in the same form', () => {
  const feed = normaliseByFallback(`<rss version="2.0"><channel><title>Blog</title><link>https://a.example/</link>
    <item><title>One</title><guid>1</guid><link>https://a.example/1</link><author>ann@a.example (Ann)</author>
    <pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><description>&lt;b&gt;words&lt;/b&gt;</description></item></channel></rss>`)
  expect(feed).toMatchObject({ title: { value: 'Blog' }, link: 'https://a.example/' })
  expect(feed.entries[0]).toMatchObject({
    id: '1',
    link: 'https://a.example/1',
    authors: [{ name: 'Ann', email: 'ann@a.example' }],
    published: new Date('2026-11-20T08:00:00Z'),
    summary: { value: '<b>words</b>', isHtml: true },
  })
})
