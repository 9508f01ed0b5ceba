import { Refusal } from '../connector.ts'
import type { Checked, Tools } from '../connector.ts'
import { askFeed } from './ask-feed.ts'
import { discoverFeeds } from './discover-feeds.ts'
import type { NormalFeed } from './normal-feed.ts'
import { parseFeed } from './parse-feed.ts'
import { askedAddress, partPassword, withoutPassword } from './settings.ts'
import type { FeedSettings } from './settings.ts'
import { textOfHtml } from '../text-of-html.ts'

type Asking = Pick<Tools<FeedSettings>, 'fetch' | 'signal' | 'now'>

/** Looks whether the address is a feed, or a page that names one; then that one is taken. */
export async function checkFeed(tools: Tools<FeedSettings>): Promise<Checked> {
  const settings = partPassword(tools.settings)
  const found = await openAddress(tools, askedAddress(settings))
  if (found.feed) return checked(settings, { feed: found.feed, url: found.url, others: [] })
  const named = discoverFeeds(found.text, found.url)
  for (const candidate of named.slice(0, 3)) {
    const { feed, url: address } = await openAddress(tools, askedBeside(settings, candidate.url))
    if (feed) return checked(settings, { feed, url: address, others: othersThan(candidate.url, named) })
  }
  throw new Refusal(noFeed(found.text, settings.url), 'url')
}

async function openAddress(tools: Asking, url: string): Promise<{ url: string; feed?: NormalFeed; text: string }> {
  const { document, movedTo } = await askFeed(tools, url)
  if (!document) throw new Refusal(`${new URL(url).host} gave an empty answer.`, 'url')
  const parsed = parseFeed(document)
  if ('feed' in parsed) return { url: movedTo ?? url, feed: parsed.feed, text: '' }
  return { url: document.url ?? url, text: parsed.noFeed }
}

/** The password goes along to the same server only. */
function askedBeside(settings: FeedSettings, url: string): string {
  return new URL(url).origin === new URL(settings.url).origin ? askedAddress({ ...settings, url }) : url
}

interface FoundFeed {
  feed: NormalFeed
  /** Where it was found, with the password if it was asked with one. */
  url: string
  /** Addresses of other feeds that the page names. */
  others: string[]
}

function checked(settings: FeedSettings, { feed, url: asked, others }: FoundFeed): Checked {
  const title = feed.title?.isHtml ? textOfHtml(feed.title.value).text : feed.title?.value
  const url = sameAddress(asked, settings.url) ? settings.url : withoutPassword(asked)
  const notes = [
    ...(settings.url === url ? [] : [`The feed is at ${url}.`]),
    ...(others.length > 0 ? [`The page names other feeds, too: ${others.join(', ')}.`] : []),
    ...(feed.entries.length === 0 ? ['There is nothing in this feed yet.'] : []),
  ]
  return {
    account: title || new URL(url).host,
    url: feed.link && URL.canParse(feed.link) ? feed.link : url,
    notes,
    settings: { ...settings, url, identity: settings.identity ?? withoutPassword(url) } satisfies FeedSettings,
  }
}

function sameAddress(one: string, other: string): boolean {
  return withoutPassword(one) === withoutPassword(other)
}

function othersThan(url: string, named: { url: string }[]): string[] {
  return named
    .map((one) => one.url)
    .filter((one) => one !== url)
    .slice(0, 5)
}

function noFeed(text: string, url: string): string {
  const { host } = new URL(url)
  if (/<html|<!doctype html|<body/i.test(text.slice(0, 5000)))
    return `This page is no feed, and it names none. Look on ${host} for “RSS”, “Atom” or “Feed”, and give that address.`
  return `What ${host} answers at this address is no feed: neither RSS nor Atom nor JSON Feed.`
}
