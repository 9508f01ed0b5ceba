import { startFakeNetwork } from '../../../tests/fake-network.ts'
import type { FakeRequest } from '../../../tests/fake-network.ts'
import type { ConnectorScenario, StandIn } from '../../../tests/connector-scenario.ts'
import { feed } from './index.ts'
import type { FeedSettings } from './settings.ts'
import { escapeXml } from './xml-tree.ts'

/** A small blog behind a password, with an RSS feed that it serves as good servers do. */
export const scenario: ConnectorScenario<FeedSettings> = {
  connector: feed,
  start,
  without: {
    'a deletion': 'an entry that is missing in a feed may only have become too old for it',
    'a send repeated with the same key': 'nobody answers to a feed',
    'a send whose outcome is unknown': 'nobody answers to a feed',
  },
}

async function start(): Promise<StandIn<FeedSettings>> {
  const entries = new Map<string, string>()
  let version = 0
  let isRevoked = false
  const network = await startFakeNetwork((request) => {
    if (isRevoked || !mayRead(request)) return { status: 401, headers: { 'www-authenticate': 'Basic realm="blog"' } }
    const etag = `"${version}"`
    if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
    return { headers: { 'content-type': 'application/rss+xml; charset=utf-8', etag }, body: writeFeed(entries) }
  })
  const change = (id: string, text: string) => {
    version += 1
    entries.set(id, text)
    return id
  }
  return {
    settings: { url: `${network.origin}/feed`, userName: 'ann', password: 'secret' },
    post: (text) => change(`https://blog.example/${entries.size + 1}`, text),
    edit: change,
    revoke: () => void (isRevoked = true),
    setTrouble: (trouble) => network.setTrouble(trouble),
    close: () => network.close(),
  }
}

function mayRead({ headers }: FakeRequest): boolean {
  return headers['authorization'] === `Basic ${Buffer.from('ann:secret').toString('base64')}`
}

function writeFeed(entries: Map<string, string>): string {
  const items = [...entries].map(
    ([id, text], index) =>
      `<item><title>Entry ${index + 1}</title><guid>${id}</guid><link>${id}</link><description>${escapeXml(escapeXml(text))}</description><pubDate>Sun, 0${1 + (index % 9)} Nov 2026 10:00:00 GMT</pubDate></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>A small blog</title><link>https://blog.example/</link>${items.reverse().join('')}</channel></rss>`
}
