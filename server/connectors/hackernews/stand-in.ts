import type { ConnectorScenario, StandIn } from '../../../tests/connector-scenario.ts'
import { startFakeNetwork, type FakeAnswer, type FakeRequest } from '../../../tests/fake-network.ts'
import { hackernews } from './index.ts'
import { hackerNewsSettings, type HackerNewsSettings } from './settings.ts'

const noAccount = 'nobody signs in to it'

/** Hacker News' part in the shared suite: a search that shows its newest first, a page at a time. */
export const scenario: ConnectorScenario<HackerNewsSettings> = {
  connector: hackernews,
  start,
  without: {
    'empty settings': 'everything has a sensible value from the start',
    'a deletion': 'the search tells nobody; posts are looked at again',
    'a revoked token': noAccount,
    'a send repeated with the same key': 'it can be read only',
    'a send whose outcome is unknown': 'it can be read only',
  },
}

interface Comment {
  id: number
  text: string
  at: number
}

async function start(): Promise<StandIn<HackerNewsSettings>> {
  const comments: Comment[] = []
  const network = await startFakeNetwork((request) => answer(comments, request))
  let lastId = 40_000_000
  return {
    settings: hackerNewsSettings.parse({ server: network.origin }),
    post(text) {
      const id = (lastId += 1)
      comments.push({ id, text, at: Math.floor(Date.now() / 1000) })
      return String(id)
    },
    edit: (externalId, text) =>
      comments.filter(({ id }) => String(id) === externalId).forEach((one) => (one.text = text)),
    remove: (externalId) =>
      comments.splice(
        comments.findIndex(({ id }) => String(id) === externalId),
        1,
      ),
    setTrouble: (trouble) => network.setTrouble(trouble),
    close: () => network.close(),
  }
}

function answer(comments: readonly Comment[], { path, query }: FakeRequest): FakeAnswer {
  const item = /^\/api\/v1\/items\/(\d+)$/u.exec(path)?.[1]
  if (item !== undefined) {
    const found = comments.find(({ id }) => String(id) === item)
    return found ? { body: itemOf(found) } : { status: 404, body: { status: 404, error: 'Not Found' } }
  }
  const bounds = (query.get('numericFilters') ?? '').split(',')
  const [from, before] = ['>=', '<'].map((sign) => Number(bounds.find((one) => one.includes(sign))?.split(sign)[1]))
  const found = comments
    .filter(({ at }) => at >= (from ?? 0) && (Number.isNaN(before) || at < (before ?? Infinity)))
    .toReversed()
  const size = Number(query.get('hitsPerPage'))
  const page = Number(query.get('page'))
  const hits = found.slice(page * size, (page + 1) * size).map(hitOf)
  return { body: { hits, nbPages: Math.ceil(found.length / size), page, hitsPerPage: size } }
}

function hitOf({ id, text, at }: Comment) {
  const none = { title: null, url: null, story_text: null }
  const tags = ['comment', 'author_stranger', 'story_1']
  const place = { author: 'stranger', story_id: 1, parent_id: 1, _tags: tags }
  return { ...none, ...place, objectID: String(id), created_at_i: at, comment_text: `<p>${text}` }
}

function itemOf({ id, text, at }: Comment) {
  return { id, created_at_i: at, type: 'comment', author: 'stranger', text, story_id: 1, parent_id: 1, children: [] }
}
