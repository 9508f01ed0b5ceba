import { type FakeNetwork, startFakeNetwork } from '../fake-network.ts'

/** A website on loopback with a feed that grows, and a page that is none. */
export interface OwnFeed {
  feedUrl: string
  pageUrl: string
  network: FakeNetwork
  write(title: string, text: string): void
  close(): Promise<void>
}

export async function startOwnFeed(): Promise<OwnFeed> {
  const items: string[] = []
  const network = await startFakeNetwork(({ path }) =>
    path === '/feed'
      ? { headers: { 'content-type': 'application/rss+xml' }, body: feedOf(items) }
      : { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>A page</title><p>Nothing to follow.' },
  )
  return {
    network,
    feedUrl: `${network.origin}/feed`,
    pageUrl: `${network.origin}/page`,
    write(title, text) {
      const number = items.length + 1
      items.unshift(
        `<item><title>${title}</title><description>${text}</description><guid>entry-${number}</guid>` +
          `<pubDate>${new Date().toUTCString()}</pubDate><author>mara@talk.example (Mara Lindqvist)</author></item>`,
      )
    },
    close: () => network.close(),
  }
}

function feedOf(items: readonly string[]): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Acme talk</title><link>https://talk.example</link>
<description>What people say</description>${items.join('')}</channel></rss>`
}
