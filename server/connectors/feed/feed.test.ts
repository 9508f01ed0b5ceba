import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from '../../../tests/fake-network.ts'
import { makeTools } from '../../../tests/hear.ts'
import type { HeardPost } from '../../model/post.ts'
import { BackOff } from '../connector.ts'
import type { Batch, Pause } from '../connector.ts'
import { decideWait } from './decide-wait.ts'
import { feed } from './index.ts'
import { parseOpml } from './parse-opml.ts'
import { feedSettings } from './settings.ts'

let network: FakeNetwork | undefined
afterEach(() => network?.close())

async function serve(answer: (request: FakeRequest) => FakeAnswer | string): Promise<string> {
  network = await startFakeNetwork((request) => {
    const given = answer(request)
    return typeof given === 'string' ? { body: given, headers: { 'content-type': 'application/xml' } } : given
  })
  return network.origin
}

const rss = (...items: string[]) =>
  `<rss><channel><title>Blog</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`

interface Round {
  batches: Batch[]
  posts: HeardPost[]
  cursor: unknown
  pause: Pause | undefined
}

async function ask(url: string, cursor: unknown = null): Promise<Round> {
  const round: Round = { batches: [], posts: [], cursor, pause: undefined }
  const lines = feed.listen?.(makeTools({ url }, cursor, AbortSignal.timeout(5000)))
  if (!lines) throw new Error('a feed listens')
  while (true) {
    const next = await lines.next()
    if (next.done) return { ...round, pause: next.value ?? undefined }
    round.batches.push(next.value)
    round.posts.push(...next.value.heard.flatMap((one) => (one.kind === 'post' ? [one.post] : [])))
    round.cursor = next.value.cursor
  }
}

function check(url: string) {
  return feed.check(makeTools(feedSettings.parse({ url }), null, AbortSignal.timeout(5000)))
}

describe('a post out of an entry', () => {
  test('is plain text with its links, pictures, author and times', async () => {
    const url = await serve(() =>
      rss(`<title>Kettles &amp;amp; more</title><link>/kettles</link><guid>k1</guid><author>ann@example.com (Ann Abel)</author>
        <pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
        <description><![CDATA[<p>Ours <b>leaks</b>.</p><p>See <a href="/pics">here</a> <img src="a.jpg" alt="a puddle"></p><script>no()</script>]]></description>`),
    )
    const { posts } = await ask(url)
    expect(posts).toEqual([
      {
        externalId: 'k1',
        title: 'Kettles & more',
        text: 'Ours leaks.\n\nSee here',
        author: { id: 'ann@example.com', handle: 'Ann Abel', name: 'Ann Abel' },
        createdAt: new Date('2026-11-20T08:00:00Z'),
        url: `${url}/kettles`,
        links: [`${url}/pics`],
        mediaDescriptions: ['a puddle'],
        type: 'article',
        visibility: 'public',
      },
    ])
  })

  test('has an id where the feed gives none, and a stable one', async () => {
    const url = await serve(() => rss('<link>https://a.example/1</link><title>one</title>', '<title>two</title>'))
    const [first, second] = [await ask(url), await ask(url)]
    expect(first.posts.map((post) => post.externalId).sort()).toEqual([
      'https://a.example/1',
      expect.stringMatching(/^written:/),
    ])
    expect(second.posts.map((post) => post.externalId)).toEqual(first.posts.map((post) => post.externalId))
  })

  test('entries that share an id are told apart by their address', async () => {
    const url = await serve(() =>
      rss(
        '<guid>same</guid><link>https://a.example/1</link><title>1</title>',
        '<guid>same</guid><link>https://a.example/2</link><title>2</title>',
      ),
    )
    expect(new Set((await ask(url)).posts.map((post) => post.externalId)).size).toBe(2)
  })

  test('a time in the future or before the web is not believed', async () => {
    const url = await serve(() =>
      rss(
        '<guid>1</guid><title>x</title><pubDate>Fri, 01 Jan 2999 00:00:00 GMT</pubDate>',
        '<guid>2</guid><title>y</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>',
      ),
    )
    for (const { createdAt } of (await ask(url)).posts)
      expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(60_000)
  })

  test('an entry of 3 MB is cut, not lost', async () => {
    const url = await serve(() =>
      rss(`<guid>1</guid><title>long</title><description>${'word '.repeat(600_000)}</description>`),
    )
    expect((await ask(url)).posts[0]?.text).toHaveLength(200_000)
  })
})

describe('asking again', () => {
  test('only what is new is asked for, and heard', async () => {
    const items = ['<guid>1</guid><title>one</title>']
    const url = await serve(({ headers }) => {
      const etag = `"${items.length}"`
      if (headers['if-none-match'] === etag) return { status: 304 }
      return { body: rss(...items), headers: { etag, 'last-modified': 'Fri, 20 Nov 2026 08:00:00 GMT' } }
    })
    const first = await ask(url)
    const same = await ask(url, first.cursor)
    expect(same).toMatchObject({ posts: [], batches: [], pause: { waitSeconds: first.pause?.waitSeconds } })
    expect(network?.requests.at(-1)?.headers['if-modified-since']).toBe('Fri, 20 Nov 2026 08:00:00 GMT')
    items.unshift('<guid>2</guid><title>two</title>')
    expect((await ask(url, same.cursor)).posts.map((post) => post.externalId)).toEqual(['2'])
  })

  test('an entry with other words is a later version of the same post', async () => {
    let words = 'first words'
    const url = await serve(() => rss(`<guid>1</guid><title>t</title><description>${words}</description>`))
    const { cursor } = await ask(url)
    words = 'second words'
    const { posts } = await ask(url, cursor)
    expect(posts).toMatchObject([{ externalId: '1', text: 'second words', editedAt: expect.any(Date) }])
  })

  test('many entries come in batches, oldest first, each batch with its own cursor', async () => {
    const items = Array.from({ length: 250 }, (_, index) => `<guid>${index}</guid><title>n${index}</title>`)
    const url = await serve(() => ({ body: rss(...items), headers: { etag: '"1"' } }))
    const { batches, posts } = await ask(url)
    expect(posts).toHaveLength(250)
    expect(posts[0]?.externalId).toBe('249')
    const afterFirst = await ask(url, batches[0]?.cursor)
    expect(afterFirst.posts).toHaveLength(150)
  })

  test('what is remembered has a bound', async () => {
    let round = 0
    const url = await serve(() =>
      rss(...Array.from({ length: 200 }, (_, index) => `<guid>${round}-${index}</guid><title>t</title>`)),
    )
    let cursor: unknown = null
    for (round = 0; round < 6; round += 1) cursor = (await ask(url, cursor)).cursor
    expect(JSON.stringify(cursor).length).toBeLessThan(40_000)
  })

  test.each([301, 308])('a feed that moved for good (%i) is followed, and the new address kept', async (status) => {
    const url = await serve(({ path }) =>
      path === '/new' ? rss('<guid>1</guid><title>t</title>') : { status, headers: { location: '/new' } },
    )
    const { batches } = await ask(`${url}/old`)
    expect(batches.at(-1)?.settings).toEqual({ url: `${url}/new`, identity: `${url}/old` })
    expect(feed.idSpace({ url: `${url}/new`, identity: `${url}/old` }, 'c')).toBe(`feed:${url}/old`)
  })

  test.each([
    [410, 'Refusal', /gone for good/],
    [401, 'SignInNeeded', /name and a password/],
    [404, 'OutsideError', /404: there is nothing/],
    [500, 'OutsideError', /500.*tries again/],
  ])('%i is a %s with a sentence', async (status, name, sentence) => {
    const url = await serve(() => ({ status }))
    await expect(ask(url)).rejects.toMatchObject({ name, message: expect.stringMatching(sentence) })
  })

  test.each([429, 503])('%i with a date to come back at is waited for', async (status) => {
    const until = new Date(Date.now() + 600_000).toUTCString()
    const url = await serve(() => ({ status, headers: { 'retry-after': until } }))
    const asked = await ask(url).catch((error: unknown) => error)
    expect(asked).toBeInstanceOf(BackOff)
    const { seconds } = z.object({ seconds: z.number() }).parse(asked)
    expect(seconds).toBeGreaterThan(590)
    expect(seconds).toBeLessThanOrEqual(601)
  })
})

describe('how long to wait', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const every = (minutes: number, count = 10) =>
    Array.from({ length: count }, (_, index) => ({
      published: new Date(now.getTime() - (index + 1) * minutes * 60_000),
    }))

  test.each([
    ['a lively feed', { entries: every(1) }, 300],
    ['a feed of every hour', { entries: every(60) }, 900],
    ['a feed of every day', { entries: every(1440) }, 21_600],
    ['a feed asleep for years', { entries: every(1_000_000) }, 86_400],
    ['a lively feed that asks for an hour', { entries: every(1), everyMinutes: 60 }, 3600],
    ['a lively feed whose answer is good for 20 minutes', { entries: every(1), maxAgeSeconds: 1200 }, 1200],
    ['a publisher who wants a year', { entries: every(1), everyMinutes: 525_600 }, 86_400],
    ['a feed without times', { entries: [] }, 3600],
  ])('%s', (_, known, seconds) => expect(decideWait({ ...known, now })).toBe(seconds))
})

describe('connecting', () => {
  test('a feed is shown by its title', async () => {
    const url = await serve(() => rss('<guid>1</guid><title>t</title>'))
    expect(await check(url)).toMatchObject({ account: 'Blog', notes: [], settings: { url, identity: `${url}/` } })
  })

  test('a name and a password typed into the address go to their own fields', async () => {
    const wanted = `Basic ${Buffer.from('ann:s e').toString('base64')}`
    const url = await serve(({ headers }) =>
      headers['authorization'] === wanted ? rss('<guid>1</guid><title>t</title>') : { status: 401 },
    )
    const checked = await check(`${url.replace('//', '//ann:s%20e@')}/feed`)
    expect(checked.settings).toEqual({ url: `${url}/feed`, userName: 'ann', password: 's e', identity: `${url}/feed` })
    expect(JSON.stringify([checked.notes, checked.url])).not.toContain('ann')
    await expect(check(`${url}/feed`)).rejects.toThrow(/wants a name and a password/)
  })

  test('of a page that names feeds, its own is taken and the others are told', async () => {
    const url = await serve(({ path }) => {
      if (path === '/feed') return rss('<guid>1</guid><title>t</title>')
      return {
        headers: { 'content-type': 'text/html' },
        body: `<!doctype html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
          <LINK REL='alternate' TYPE='application/rss+xml' HREF='feed'><link rel="alternate" hreflang="de" href="/de"></head><p>hello`,
      }
    })
    const checked = await check(`${url}/`)
    expect(checked).toMatchObject({ account: 'Blog', settings: { url: `${url}/feed` } })
    expect(checked.notes.join(' ')).toContain('/comments/feed')
  })

  test('a page without a feed is refused with a sentence and the field', async () => {
    const url = await serve(() => ({ headers: { 'content-type': 'text/html' }, body: '<html><body>hi</body></html>' }))
    await expect(check(url)).rejects.toMatchObject({ name: 'Refusal', field: 'url', message: /This page is no feed/ })
  })

  test('an empty feed is a feed', async () => {
    const url = await serve(() => '<rss version="2.0"><channel></channel></rss>')
    expect((await check(url)).notes.join(' ')).toContain('nothing in this feed yet')
  })

  test.each([
    ['example.com/feed', 'https://example.com/feed'],
    [' feed://example.com/x ', 'https://example.com/x'],
    ['feed:https://example.com/x', 'https://example.com/x'],
  ])('%s is understood', (typed, url) => expect(feedSettings.parse({ url: typed }).url).toBe(url))

  test.each(['', 'ftp://example.com', 'not an address', 7])('“%s” is refused in words', (url) =>
    expect(feedSettings.safeParse({ url }).error?.issues[0]?.message).toMatch(/Type the address/),
  )
})

describe('OPML', () => {
  test('feeds come out of nested folders, each once', () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline text="Tech &amp; more">
      <outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline><outline title="B" xmlurl="feed://b.example/rss"/></outline>
      <outline text="A again" xmlUrl="https://a.example/feed"/><outline text="no feed"/></body></opml>`
    expect(parseOpml(Buffer.from(opml))).toEqual([
      { title: 'A', url: 'https://a.example/feed', folders: ['News', 'Tech & more'] },
      { title: 'B', url: 'http://b.example/rss', folders: ['News'] },
    ])
  })

  test('another file is refused with a sentence', () =>
    expect(() => parseOpml(Buffer.from('<html></html>'))).toThrow('This file is no OPML'))
})
