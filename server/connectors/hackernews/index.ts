import { askJson } from '../ask-json.ts'
import { defineConnector, type Tools } from '../connector.ts'
import { addressOf, listen } from './listen.ts'
import { readItem, readThread } from './read-thread.ts'
import { hackerNewsSettings, type HackerNewsSettings } from './settings.ts'

/** Hacker News by its public search (https://hn.algolia.com/api). It can be read only. */
export const hackernews = defineConnector<HackerNewsSettings>({
  name: 'hackernews',
  label: 'Hacker News',
  about:
    'Stories and comments of Hacker News, all or those with your words. No account is needed; it can be read only.',
  texts: {
    de: {
      about: 'Beiträge und Kommentare auf Hacker News, alle oder die mit euren Wörtern. Ohne Konto; nur zum Lesen.',
      'searches.label': 'Suchen',
      'searches.help': 'Je Zeile eine, etwa der Name eures Produkts. Leer: alles; eure Themen wählen aus.',
      'comments.label': 'Auch Kommentare',
      'comments.help': 'Ohne werden nur Beiträge gehört.',
    },
  },
  settings: hackerNewsSettings,
  can: { listens: 'poll', replies: false, privateReplies: false, edits: true, deletions: true, threads: true },
  idSpace: () => 'hackernews',
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check,
  listen,
  readThread,
  recheck: { mostHours: 7 * 24, atOnce: 20, look },
})

async function check(tools: Tools<HackerNewsSettings>) {
  const now = Math.floor(tools.now().getTime() / 1000)
  const asked = { search: tools.settings.searches[0] ?? '', from: now - 86_400, before: undefined, page: 0 }
  await askJson(tools, { network: 'Hacker News', address: addressOf(tools.settings, asked) })
  const notes = tools.settings.searches.length === 0 ? ['Everything is heard: some 15,000 posts a day.'] : []
  return { account: 'news.ycombinator.com', url: 'https://news.ycombinator.com', notes }
}

async function look(tools: Tools<HackerNewsSettings>, externalIds: readonly string[]) {
  const gone: string[] = []
  for (const id of externalIds) if ((await readItem(tools, id)) === undefined) gone.push(id)
  return { gone, changed: [] }
}
