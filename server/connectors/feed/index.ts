import { defineConnector } from '../connector.ts'
import { checkFeed } from './check-feed.ts'
import { readFeed } from './read-feed.ts'
import { feedSettings, withoutPassword } from './settings.ts'

export const feed = defineConnector({
  name: 'feed',
  label: 'Feed',
  about: 'New articles of a blog, a newspaper or a podcast: RSS, Atom or JSON Feed.',
  settings: feedSettings,
  can: { listens: 'poll', replies: false, privateReplies: false, edits: true, deletions: false, threads: false },
  idSpace: ({ identity, url }) => `feed:${identity ?? withoutPassword(url)}`,
  check: checkFeed,
  limits: () => ({ textLength: null, replyWindowHours: null }),
  listen: readFeed,
})
